/** Virtual numbers and what rings on them (§B.9). */
import { isRecord } from '../../kommo/guards';
import { toLocal } from '../localTime';
import { missing, notFound, RpcError } from '../rpc/errors';
import type { Row } from '../store';
import type { DataCall, Handlers } from './call';
import type { EntityKind } from './entityKind';
import { passwordOf } from './sites';

export const numberKinds: readonly EntityKind[] = [
	{ collection: 'virtualNumbers', list: 'get.virtual_numbers' },
	{ collection: 'virtualNumbers', list: 'get.sip_line_virtual_numbers' },
	{ collection: 'availableNumbers', list: 'get.available_virtual_numbers' },
];

/** The number named, or those of the capacity ids. */
function named(
	{ params, store }: DataCall,
	collection: 'virtualNumbers' | 'availableNumbers',
): Row[] {
	const { virtual_phone_number: number, number_capacity_ids } = params;
	const ids: unknown[] = Array.isArray(number_capacity_ids) ? number_capacity_ids : [];
	if (number === undefined && ids.length === 0) throw missing('virtual_phone_number');
	const column = collection === 'virtualNumbers' ? 'virtual_phone_number' : 'phone_number';
	const found = store
		.all(collection)
		.filter((row) => row[column] === number || ids.map(String).includes(String(row.id)));
	if (found.length > 0) return found;
	throw new RpcError('virtual_phone_number_not_found', {
		field: 'virtual_phone_number',
		value: number ?? ids,
	});
}

function enable(call: DataCall): Record<string, unknown> {
	const { store, now } = call;
	for (const row of named(call, 'availableNumbers')) {
		store.of('availableNumbers').delete(String(row.id));
		store.put('virtualNumbers', {
			id: row.id,
			virtual_phone_number: row.phone_number,
			redirection_phone_number: null,
			activation_date: toLocal(now),
			status: 'active',
			category: row.category,
			type: 'va',
			comment: null,
			name: null,
			campaigns: [],
			scenarios: [],
		});
	}
	return { success: 'true' };
}

function disable(call: DataCall): Record<string, unknown> {
	const numbers = named(call, 'virtualNumbers');
	for (const { campaigns, virtual_phone_number: value } of numbers) {
		if (Array.isArray(campaigns) && campaigns.length > 0) {
			throw new RpcError('dependency_error', { field: 'virtual_phone_number', value });
		}
	}
	for (const { id } of numbers) call.store.of('virtualNumbers').delete(String(id));
	return { success: 'true' };
}

const rulesOf = (row: Row | undefined): Array<Record<string, unknown>> => {
	const rules: unknown[] = Array.isArray(row?.scenarios) ? row.scenarios : [];
	return rules.filter(isRecord);
};

function rules({ params, store }: DataCall): Record<string, unknown> {
	const { number_capacity_id: id } = params;
	const row = store.get('virtualNumbers', id);
	if (!row) throw notFound('number_capacity_id', id);
	return { scenarios: rulesOf(row) };
}

function switchRule({ params, store }: DataCall): Record<string, unknown> {
	const rule = store
		.all('virtualNumbers')
		.flatMap(rulesOf)
		.find(({ call_processing_rule_id }) => call_processing_rule_id === params.id);
	if (!rule) throw notFound('id', params.id);
	rule.is_active = params.is_active;
	return {};
}

function newPassword({ params, store }: DataCall): Record<string, unknown> {
	const row = store.get('sipLines', params.id);
	if (!row) throw notFound('id', params.id);
	return { password: passwordOf(row, store.next(`password ${row.id}`, 2)) };
}

export const numberHandlers: Handlers = {
	'enable.virtual_numbers': enable,
	'disable.virtual_numbers': disable,
	'getobj.call_processing_rules': rules,
	'set.call_processing_rule_is_active': switchRule,
	'update.sip_line_password': newPassword,
};
