import type { INodeProperties } from 'n8n-workflow';

import { Clevertim } from '../../../nodes/Clevertim/Clevertim.node';
import { Comagic } from '../../../nodes/Comagic/Comagic.node';
import { Kommo } from '../../../nodes/Kommo/Kommo.node';

/** Options that each item may have its own value of. */
const OF_ITEMS = [
	...['accountTimeZone', 'downloadRecordings', 'englishValues', 'fieldAliases', 'include'],
	...['loadReferenced', 'recordingLinks', 'timeZone', 'userId', 'whenNotFound'],
];

const isProperty = (one: object): one is INodeProperties => 'displayName' in one && 'type' in one;

/** What is read once for all items: who asks, what is done, and how requests travel. */
function onceForAll({ name, options }: INodeProperties): INodeProperties[] {
	const members = (options ?? []).filter(isProperty);
	return name === 'options' ? members.filter((one) => !OF_ITEMS.includes(one.name)) : [];
}

describe.each([new Kommo(), new Comagic(), new Clevertim()])(
	'$description.displayName',
	({ description: { properties } }) => {
		const own = properties.filter(({ name }) =>
			['authentication', 'operation', 'resource'].includes(name),
		);

		test('offers no expression for what counts for the whole node', () => {
			const all = [...own, ...properties.flatMap(onceForAll)];
			const open = all.filter(({ noDataExpression }) => noDataExpression !== true);

			expect(all.length).toBeGreaterThan(10);
			expect([...new Set(open.map(({ name }) => name))]).toEqual([]);
		});
	},
);
