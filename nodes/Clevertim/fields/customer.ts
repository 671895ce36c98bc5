import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isRecord } from '../../shared/wire';
import { shown } from '../../shared/shown';
import type { ClevertimField, ClevertimRow } from './clevertimField';
import { checkReference, toId } from './ids';
import { locatorModes } from './locators';
import { body } from './plain';

/**
 * The contact or company a record belongs to (`cust`, fact sheet §5). On the wire it is a bare id
 * that may exist in both; in the form it says which of the two it is, and that one has to exist.
 */
export const customerField: ClevertimField = {
	prop: customerProp('Customer', 'customer', false),
	to: async (value, row) => {
		const [id] = await customerIds(value, 'Customer', row);
		return id;
	},
};

/** Notes may belong to several (§6.6); they are always sent as a list. */
export const customersField: ClevertimField = {
	prop: customerProp('Customers', 'customers', true),
	to: async (value, row) => {
		const ids = await customerIds(value, 'Customers', row);
		return ids.length === 0 ? undefined : ids.filter((id) => id !== null);
	},
};

function customerProp(displayName: string, name: string, isMultiple: boolean): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		...(isMultiple ? { typeOptions: { multipleValues: true } } : {}),
		default: {},
		placeholder: 'Add Customer',
		description: 'The contact or company this belongs to; None takes it off',
		options: [
			{
				displayName: 'Customer',
				name: 'customer',
				values: [
					{
						displayName: 'Customer Type',
						name: 'customerType',
						type: 'options',
						options: [
							{ name: 'Company', value: 'company' },
							{ name: 'Contact', value: 'contact' },
							{ name: 'None', value: 'none' },
						],
						default: 'contact',
						description: 'IDs of contacts and companies may be the same, so this says which it is',
					},
					{
						displayName: 'Customer',
						name: 'customerId',
						type: 'resourceLocator',
						default: { mode: 'list', value: '' },
						displayOptions: { hide: { customerType: ['none'] } },
						modes: locatorModes('searchCustomers', 'customer'),
					},
				],
			},
		],
		routing: body('cust'),
	};
}

/** Ids of the chosen customers; null stands for None. */
async function customerIds(
	value: unknown,
	label: string,
	row: ClevertimRow,
): Promise<Array<number | null>> {
	const given = isRecord(value) ? value.customer : undefined;
	const list: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
	const ids: Array<number | null> = [];
	for (const one of list.filter(isRecord)) {
		const type = shown(one.customerType ?? 'contact')
			.trim()
			.toLowerCase();
		if (type === 'none') {
			ids.push(null);
			continue;
		}
		if (type !== 'contact' && type !== 'company') {
			throw new InvalidValue(
				`'Customer Type' does not exist: ${type}`,
				'Use contact, company or none.',
			);
		}
		const id = toId(one.customerId, label);
		await checkReference(type, id, label, row);
		ids.push(id);
	}
	return ids;
}
