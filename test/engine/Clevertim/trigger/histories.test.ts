import fc from 'fast-check';

import { shown } from '../../../../nodes/shared/shown';
import type { ClevertimSandbox } from '../../../../sandbox/clevertim';
import { clevertimPolls } from '../../../support/clevertimPolls';
import { useClevertimSandbox } from '../../../support/clevertimSandbox';
import { change, remove, told } from './changes';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();

/** What happens in the account and to n8n, one after the other. */
type Step =
	/** A record is created or changed; it gets a new content. */
	| { what: 'write'; id: number }
	/** A record is stored again as it is: only its time of change tells. */
	| { what: 'touch'; id: number }
	| { what: 'remove'; id: number }
	/** A note about a record: no change of the record itself. */
	| { what: 'mention'; id: number }
	/** The service's clock moves, also backwards; most steps share a second. */
	| { what: 'time'; seconds: number }
	| { what: 'poll' }
	/** The service does not answer. */
	| { what: 'failingPoll' }
	/** n8n dies between handing the items over and storing the memory, and starts again. */
	| { what: 'dyingPoll' }
	/** n8n dies between two polls and starts again. */
	| { what: 'restart' };

const id = fc.integer({ min: 1, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ what: fc.constant('write' as const), id }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('touch' as const), id }) },
	{ weight: 4, arbitrary: fc.record({ what: fc.constant('remove' as const), id }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('mention' as const), id }) },
	{
		weight: 2,
		arbitrary: fc.record({
			what: fc.constant('time' as const),
			seconds: fc.constantFrom(1, 60, -1, -3600, 86_400 * 365),
		}),
	},
	{ weight: 5, arbitrary: fc.constant({ what: 'poll' as const }) },
	{ weight: 1, arbitrary: fc.constant({ what: 'failingPoll' as const }) },
	{ weight: 1, arbitrary: fc.constant({ what: 'dyingPoll' as const }) },
	{ weight: 1, arbitrary: fc.constant({ what: 'restart' as const }) },
);

/** What a poll is about: the version of every record, however it is stored. */
type Versions = Map<number, string>;

function netChanges(before: Versions, now: Versions): string[] {
	const changes = [...new Set([...before.keys(), ...now.keys()])].map((one) => {
		if (!before.has(one)) return `created ${one}`;
		if (!now.has(one)) return `deleted ${one}`;
		return before.get(one) === now.get(one) ? null : `updated ${one}`;
	});
	return changes.filter((one) => one !== null).sort();
}

/** The account, and beside it what a poll has to tell of it. */
class Account {
	readonly versions: Versions = new Map();
	private seconds = Date.UTC(2026, 0, 1) / 1000;
	private writes = 0;

	constructor(
		private readonly service: ClevertimSandbox,
		private readonly hasTimes: boolean,
	) {
		const { store } = service;
		remove(service, 'contact', ...store.all('contact').map((row) => row.id));
		service.setSwitches({ times: hasTimes ? 'everywhere' : 'nowhere' });
	}

	apply(one: Step): void {
		if (one.what === 'time') this.seconds += one.seconds;
		else if (one.what === 'write') this.write(one.id);
		else if (one.what === 'touch') this.touch(one.id);
		else if (one.what === 'remove') {
			remove(this.service, 'contact', one.id);
			this.versions.delete(one.id);
		} else if (one.what === 'mention') {
			this.service.store.put('note', { id: ++this.writes, desc: 'Called', cust: [one.id] });
		}
	}

	private get now(): string {
		return `${new Date(this.seconds * 1000).toISOString().slice(0, 19)}Z`;
	}

	private write(record: number): void {
		const fn = `N${++this.writes}`;
		const added = this.service.store.get('contact', record)?.ao ?? this.now;
		change(this.service, 'contact', record, { fn, ao: added, lm: this.now });
		this.versions.set(record, `${fn} ${this.hasTimes ? `${shown(added)} ${this.now}` : ''}`);
	}

	private touch(record: number): void {
		const stored = this.service.store.get('contact', record);
		if (!stored) return;
		change(this.service, 'contact', record, { lm: this.now });
		const times = this.hasTimes ? `${shown(stored.ao)} ${this.now}` : '';
		this.versions.set(record, `${shown(stored.fn)} ${times}`);
	}
}

/** Plays a history; every poll has to tell exactly what has changed since the one before. */
async function play(steps: Step[], hasTimes: boolean): Promise<void> {
	sandbox().reset();
	const account = new Account(sandbox(), hasTimes);
	const trigger = clevertimPolls(sandbox(), { options: { mostDeletions: 100 } });
	expect(await trigger.publish()).toEqual([]);
	/** What n8n has in memory, and what its database has. */
	let reported: Versions = new Map();
	let stored: Versions = new Map();
	const expectNet = (items: Awaited<ReturnType<typeof trigger.poll>>) => {
		const expected = netChanges(reported, account.versions);
		expect(told(items).sort()).toEqual(expected);
		reported = new Map(account.versions);
		if (expected.length > 0) stored = reported;
	};
	const restart = async () => {
		trigger.kill();
		reported = stored;
		expectNet(await trigger.publish());
		stored = reported;
	};
	for (const one of [...steps, { what: 'poll' as const }]) {
		if (one.what === 'poll') expectNet(await trigger.poll());
		else if (one.what === 'restart') await restart();
		else if (one.what === 'failingPoll') {
			sandbox().addFault({ action: { type: 'status', status: 400 } });
			await expect(trigger.poll()).rejects.toThrow();
		} else if (one.what === 'dyingPoll') {
			const items = await trigger.poll({ dies: true });
			expect(told(items).sort()).toEqual(netChanges(reported, account.versions));
			await restart();
		} else account.apply(one);
	}
}

describe.each([true, false])('whatever happens, records with times: %s', (hasTimes) => {
	it('each net change is told exactly once, and again only when n8n died before it was stored', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				await play(steps, hasTimes);
			}),
			{ numRuns: 40 },
		);
		// thousands of requests: a busy machine takes its time
	}, 180_000);
});
