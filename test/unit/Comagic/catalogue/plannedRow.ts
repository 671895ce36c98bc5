import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import get from 'lodash/get';

import type { ComagicOperation } from '../../../../nodes/Comagic/fields/comagicField';
import type { ComagicSession } from '../../../../nodes/Comagic/transport/session';
import { systemClock } from '../../../../nodes/shared/clock';
import { Hints } from '../../../../nodes/shared/hints';
import { planRows, type Plan } from '../../../../nodes/shared/plan';
import { ParameterReader } from '../../../../nodes/shared/readFields';

/** What an operation would send for one item with these parameters; nothing is sent. */
export async function planOf(
	operation: ComagicOperation,
	parameters: INodeParameters,
): Promise<Plan> {
	const context = {
		getInputData: () => [{ json: {} }],
		getNode: () => ({ parameters, name: 'Comagic' }),
		getNodeParameter: (path: string) => get(parameters, path, null) as unknown,
		getTimezone: () => 'Europe/Moscow',
	} as unknown as IExecuteFunctions;
	// nothing asks it: no request is sent
	const session: unknown = {};
	return await planRows<ComagicSession>({
		context,
		operation,
		session: session as ComagicSession,
		reader: new ParameterReader(context),
		hints: new Hints(),
		clock: systemClock,
	});
}
