/** Settings codes of both products (§4.19). */
import type { AccountName } from '../contract';

const everywhere = [
	...['add', 'update', 'delete', 'restore', 'status', 'responsible', 'note'].map(
		(a) => `${a}_lead`,
	),
	...['contact', 'company'].flatMap((entity) =>
		['add', 'update', 'delete', 'restore', 'responsible', 'note'].map((a) => `${a}_${entity}`),
	),
	'add_task',
	'update_task',
	'delete_task',
	'responsible_task',
	'add_talk',
	'update_talk',
	'add_message',
	'add_outgoing_message',
	'add_unsorted',
	'update_unsorted',
	'delete_unsorted',
	'add_chat_template_review',
];

const customers = ['add', 'update', 'delete', 'responsible', 'note'].map((a) => `${a}_customer`);

export const knownCodes: Readonly<Record<AccountName, ReadonlySet<string>>> = {
	kommo: new Set(everywhere),
	amocrm: new Set([...everywhere, ...customers]),
};
