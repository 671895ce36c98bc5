import { virtualNumber } from '../../fields/callFields';
import { choiceField } from '../../fields/callInputs';
import type { ComagicField } from '../../fields/comagicField';
import { wholeListOperation } from '../../fields/callOperations';
import { simplifyCall } from '../../fields/callStates';

/** The same field, whose value goes to the query: reads have no body. */
const inQuery = (field: ComagicField, property: string): ComagicField => ({
	...field,
	prop: { ...field.prop, routing: { send: { type: 'query', property } } },
});

const filters: ComagicField = {
	prop: {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		default: {},
		placeholder: 'Add Filter',
	},
	fields: [
		inQuery(
			choiceField('Direction', 'direction', 'direction', [
				{ name: 'Inbound', value: 'in' },
				{ name: 'Outbound', value: 'out' },
			]),
			'direction',
		),
		inQuery(
			{
				...virtualNumber,
				prop: {
					...virtualNumber.prop,
					required: false,
					description: 'Only calls over this number of the account',
				},
			},
			'virtual_phone_number',
		),
	],
};

export const listCalls = wholeListOperation(
	{
		name: 'List Calls',
		value: 'listCalls',
		action: 'List calls',
		description: 'Get the calls that are going on, with their legs and states',
		method: 'list.calls',
		fields: [filters],
		note: 'With Simplify, each leg has state_en beside the Russian state, and the call says is_answered. A call that is no longer listed has ended.',
	},
	simplifyCall,
);
