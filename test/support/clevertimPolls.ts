import type { INodeParameters } from 'n8n-workflow';

import { ClevertimTrigger } from '../../nodes/Clevertim/ClevertimTrigger.node';
import type { ClevertimSandbox } from '../../sandbox/clevertim';
import { clevertimCredentials } from './clevertimSandbox';
import { PollBench, type PollOptions } from './pollRun';

/** A Clevertim Trigger with a key of the sandbox, not yet published. */
export function clevertimPolls(
	sandbox: ClevertimSandbox,
	parameters: INodeParameters = {},
	{ user, ...more }: Partial<PollOptions> & { user?: keyof ClevertimSandbox['keys'] } = {},
): PollBench {
	return new PollBench({
		nodeType: new ClevertimTrigger(),
		typeName: 'n8n-nodes-kommo-suite.clevertimTrigger',
		parameters: {
			resource: 'contact',
			events: ['created', 'updated', 'deleted'],
			simplify: false,
			...parameters,
		},
		credentials: clevertimCredentials(sandbox, user === undefined ? {} : { user }),
		...more,
	});
}
