/** What is done with people besides keeping them (§B.8). */
import { isRecord } from '../../kommo/guards';
import { invalid, missing, notFound } from '../rpc/errors';
import type { DataCall, Handlers } from './call';
import { rowsOf } from './list';
import { fullName, groupPhones, membersOf } from './people';
import { periodOf } from './period';
import { idsOf } from './references';
import { answerRows } from './reports';

/** One `id`, or a list of them; nothing is deleted when one is unknown. */
function deleteContacts({ params, store }: DataCall): Record<string, unknown> {
	const { id, ids } = params;
	if (id === undefined && ids === undefined) throw missing('id');
	const wanted: unknown[] = Array.isArray(ids) ? ids : [id];
	const unknown = wanted.find((one) => !store.get('contacts', one));
	if (unknown !== undefined) throw notFound(ids === undefined ? 'id' : 'ids', unknown);
	for (const one of wanted) store.of('contacts').delete(String(one));
	return {};
}

/** All numbers of the group have to be named. */
function setGroupNumbers({ params, store }: DataCall): Record<string, unknown> {
	const group = store.get('employeeGroups', params.id);
	if (!group) throw notFound('id', params.id);
	const sent: unknown[] = Array.isArray(params.phone_numbers) ? params.phone_numbers : [];
	const entries = sent.filter(isRecord);
	const named = idsOf(entries.map(({ employee_phone_number_id }) => employee_phone_number_id));
	const all = membersOf(store, 'employees', group)
		.flatMap((employee) => groupPhones(group, employee))
		.map(({ employee_phone_number_id }) => Number(employee_phone_number_id));
	const isComplete = all.length === named.length && all.every((id) => named.includes(id));
	if (!isComplete) throw invalid('phone_numbers', sent);
	group.unavailable_phones = entries
		.filter(({ available }) => available === false)
		.map(({ employee_phone_number_id }) => employee_phone_number_id);
	return {};
}

/** Seconds in each status, by its mnemonic or its id. */
function employeeStat(call: DataCall) {
	const { store, params } = call;
	const period = periodOf(call);
	const seconds = period ? (period.toMs - period.fromMs) / 1000 : 0;
	const byName = params.only_default_statuses_in_stats !== false;
	const rows = store.all('employees').map((row) => ({
		...row,
		full_name: fullName(row),
		groups: [],
		status_stats: byName
			? { available: Math.round(seconds / 3), not_at_work: Math.round((seconds * 2) / 3) }
			: { '1': Math.round(seconds / 3), '5': Math.round((seconds * 2) / 3) },
	}));
	return answerRows(call, rowsOf(rows));
}

export const peopleHandlers: Handlers = {
	'delete.contacts': deleteContacts,
	'update.group_employees_numbers': setGroupNumbers,
	'get.employee_stat': employeeStat,
};
