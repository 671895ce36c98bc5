import { set } from 'lodash';

import type { ComagicField } from '../../../../nodes/Comagic/fields/comagicField';
import { call } from '../../../../nodes/Comagic/resources/call';
import { callSpec } from '../../../../sandbox/comagic/call/spec';
import { START_CASES } from './startCases';

const methodOf = (url: string): string => url.replace('call/', '');

const OPERATIONS = call.operations.map((operation) => ({
	name: String(operation.option.value),
	method: methodOf(operation.option.routing.request.url),
	fields: operation.fields,
}));

/** Where the values of a form go: `{ employee: { id: true } }`. */
function propertiesOf(fields: ComagicField[], found: object = {}): object {
	for (const { prop, fields: members } of fields) {
		if (members) propertiesOf(members, found);
		const property = prop.routing?.send?.property;
		if (property !== undefined) set(found, property, true);
	}
	return found;
}

/** The sandbox takes it, fact sheet §C.2 does not name it. */
const UNDOCUMENTED = 'start.vnumber_call employee_message';

test.each(OPERATIONS)('$name sends every parameter that $method takes', ({ method, fields }) => {
	const params = (callSpec(method)?.params ?? []).map(({ name }) => name);

	expect(Object.keys(propertiesOf(fields)).sort()).toEqual(
		params.filter((name) => `${method} ${name}` !== UNDOCUMENTED).sort(),
	);
});

test.each([
	...['start.employee_call', 'start.simple_call', 'start.scenario_call', 'start.vnumber_call'],
	...['start.informer_call', 'hold.call', 'unhold.call', 'make.call', 'transfer.talk'],
	...['restore.talk', 'release.call', 'disconnect.leg', 'tag.call', 'record.call', 'add.coach'],
	...['block.contact', 'send.dtmf', 'call.talk_option', 'list.talk_options', 'list.calls'],
])('%s of the fact sheet has an operation', (method) => {
	expect(OPERATIONS.filter((one) => one.method === method)).toHaveLength(1);
});

test.each(OPERATIONS.filter(({ name }) => name.startsWith('start')))(
	'$name is tried with all that it takes',
	({ name, fields }) => {
		const tried = START_CASES.filter(({ operation }) => operation === name).flatMap(({ params }) =>
			Object.keys(params),
		);

		expect([...new Set(tried)].sort()).toEqual(Object.keys(propertiesOf(fields)).sort());
	},
);

test('operations stand in alphabetical order', () => {
	const names = call.operations.map(({ option }) => option.name);

	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
});
