import { set } from 'lodash';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import type { ComagicField, ComagicOperation } from '../../../nodes/Comagic/fields/comagicField';
import { legacy as resource } from '../../../nodes/Comagic/resources/legacy';
import { comagicRunner, useComagicSandbox } from '../../support/comagicSandbox';

const sandbox = useComagicSandbox({ seed: false });
const legacy = comagicRunner(sandbox, 'legacy');

/** How requests travel: tests of their own, in options.test.ts and refusals.test.ts. */
const TRANSPORT = /^options\.(?:allow\w+|maxWait|proxy|retryCreates|timeout)$/;

const byId = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });

/** Values to start from; a field that is not there is left alone. */
const BASE: Record<string, unknown> = {
	siteId: byId(7),
	markId: byId(9),
	dateFrom: '2026-01-05',
	dateTo: '2026-01-07',
	limit: 1,
	chatId: '21',
	visitorId: '11',
	personId: '15',
	visitorSessionId: '17',
	objectId: '31',
	cost: '10',
	path: 'ac_condition',
};

/** Other values, by path or by name. */
const OTHER: Record<string, unknown> = {
	dateFrom: '2026-01-04',
	dateTo: '2026-01-08',
	limit: 2,
	cost: '11',
	path: 'agent_tp',
	parameters: '{"id":5}',
	accountTimeZone: 'Pacific/Kiritimati',
};

/** With these beside it a value matters. */
const BESIDE: Record<string, INodeParameters> = {
	accountTimeZone: { dateTo: '2026-01-07T20:00:00Z' },
};

const operations = resource.operations.map((operation): [string, ComagicOperation] => [
	String(operation.option.value),
	operation,
]);

/** Every parameter with its path; those of collections one by one. */
const parametersOf = (fields: ComagicField[], parent = ''): Array<[string, INodeProperties]> =>
	fields.flatMap(({ prop, fields: members }): Array<[string, INodeProperties]> =>
		members ? parametersOf(members, `${prop.name}.`) : [[`${parent}${prop.name}`, prop]],
	);

function otherValue({ name, type, options, default: usual }: INodeProperties): unknown {
	if (name in OTHER) return OTHER[name];
	if (type === 'boolean') return usual !== true;
	if (type === 'resourceLocator') return byId(99);
	if (type === 'dateTime') return '2026-02-01T10:00:00';
	if (type === 'options') {
		const values = (options ?? []).flatMap((one) => ('value' in one ? [one.value] : []));
		return values.find((one) => one !== usual);
	}
	return '77';
}

function baseOf({ fields }: ComagicOperation): INodeParameters {
	const names = fields.map(({ prop }) => prop.name).filter((name) => name in BASE);
	return Object.fromEntries(names.map((name) => [name, BASE[name]])) as INodeParameters;
}

/** Everything a user could notice of a run. */
async function noticed(operation: string, parameters: INodeParameters): Promise<string> {
	sandbox().reset();
	const data = [{ id: 1, file_link: ['//host/a'], utm_source: 'x' }, { id: 2 }, { id: 3 }];
	sandbox().addFault({
		path: '/api/v1/*',
		times: Infinity,
		action: { type: 'status', status: 200, body: { success: true, data } },
	});
	const { json, error } = await legacy(operation, structuredClone(parameters), [{}], {
		credentialFields: { access: 'login' },
	});
	expect(error).toBeNull();
	const requests = sandbox()
		.requests({ path: '/api/v1/*' })
		.map(({ method, path, params: { session_key: _key, ...values } }) => [method, path, values]);
	return JSON.stringify([requests, json]);
}

describe.each(operations)('%s', (name, operation) => {
	const all = parametersOf(operation.fields).filter(([path]) => !TRANSPORT.test(path));

	const known = new Map<string, string>();

	it.each(all)('%s has an effect', async (path, prop) => {
		const base = { ...baseOf(operation), ...BESIDE[prop.name] };
		const key = JSON.stringify(base);
		const before = known.get(key) ?? (await noticed(name, base));
		known.set(key, before);
		const changed = set(structuredClone(base), path, otherValue(prop));
		expect(await noticed(name, changed)).not.toBe(before);
	});

	it('takes part in all that the form shows for it', () => {
		const names = all.map(([path]) => path);
		expect(names).toEqual([...new Set(names)]);
	});
});
