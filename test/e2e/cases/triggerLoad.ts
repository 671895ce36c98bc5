import assert from 'node:assert/strict';
import type { PlainCase } from '../case';
import {
	answersText,
	answersTo,
	assertEachOnce,
	deliveries,
	sendEvents,
	untilAnswered,
	type Answers,
} from '../deliveries';
import type { E2eContext } from '../case';
import {
	freshSandbox,
	hooks,
	LAZY_ENGINE,
	LEGACY_ENGINE,
	publishTrigger,
	unpublish,
} from '../triggerRun';

interface Load {
	/** Name of the workflow. */
	name: string;
	count: number;
	overMs: number;
	env?: Record<string, string>;
}

/** Sends events, waits for the last answer, and sees that each of them started exactly one run. */
async function send(
	{ stage, say }: E2eContext,
	{ name, count, overMs, env = {} }: Load,
): Promise<Answers> {
	await freshSandbox(stage, env);
	const { workflowId } = await publishTrigger(stage, { name });
	const ids = await sendEvents(stage, count, overMs);
	await untilAnswered(stage);
	const answers = answersTo(deliveries(stage));
	say(answersText(answers));
	assert.equal(answers.delivered, count);
	assert.deepEqual(
		hooks(stage).map(({ disabled }) => disabled),
		[false],
	);
	await assertEachOnce(stage, workflowId, ids);
	await unpublish(stage, workflowId);
	return answers;
}

// near the ceiling of n8n's default engine: on a loaded machine some are late and come again
const spread: PlainCase = {
	name: "Of 100 trigger deliveries within 10 seconds, with n8n's default engine, every one is answered and runs once",
	async run(context) {
		await send(context, { name: 'Trigger: 100 in 10 s', count: 100, overMs: 10_000 });
	},
};

const spreadLazy: PlainCase = {
	name: 'Of 100 trigger deliveries within 10 seconds, with an expression engine that is taken when it is needed, every one is answered in time and runs once',
	async run(context) {
		const { atOnce } = await send(context, {
			name: 'Trigger: 100 in 10 s, lazy',
			...{ count: 100, overMs: 10_000, env: LAZY_ENGINE },
		});
		assert.equal(atOnce, 100);
	},
};

// more than 33 could miss three attempts each and so, on a very slow machine, disable the webhook
const burst: PlainCase = {
	name: "Of 33 trigger deliveries at once, with n8n's default engine, every one runs once, those that were answered too late are repeated",
	async run(context) {
		await send(context, { name: 'Trigger: 33 at once', count: 33, overMs: 0 });
	},
};

const bigBurst: PlainCase = {
	name: 'Of 100 trigger deliveries at once, with an expression engine that is taken when it is needed, every one runs once',
	async run(context) {
		await send(context, {
			name: 'Trigger: 100 at once',
			...{ count: 100, overMs: 0, env: LAZY_ENGINE },
		});
	},
};

const manyMore: PlainCase = {
	name: 'Of 300 trigger deliveries within 10 seconds, with the legacy engine, every one is answered in time and runs once',
	async run(context) {
		const { atOnce } = await send(context, {
			name: 'Trigger: 300 in 10 s',
			...{ count: 300, overMs: 10_000, env: LEGACY_ENGINE },
		});
		assert.equal(atOnce, 300);
	},
};

export const triggerLoadCases: PlainCase[] = [spread, burst, spreadLazy, bigBurst, manyMore];
