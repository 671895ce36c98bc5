import type { KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { simplifyAccount } from './simplify';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get account',
		description: 'Get the account and its settings; also a good check of the connection',
		routing: { request: { method: 'GET', url: '/api/v4/account' } },
	},
	kind: 'call',
	root: '',
	noun: 'account',
	fields: [
		simplify,
		readOptions([
			include([
				{ name: 'API Filtering', value: 'is_api_filter_enabled' },
				{ name: 'Chat ID', value: 'amojo_id' },
				{ name: 'Chat Rights', value: 'amojo_rights' },
				{ name: 'Date and Time Settings', value: 'datetime_settings' },
				{ name: 'Entity Names', value: 'entity_names' },
				{ name: 'File Host', value: 'drive_url' },
				{ name: 'Invoice Settings', value: 'invoices_settings' },
				{ name: 'Task Types', value: 'task_types' },
				{ name: 'User Groups', value: 'users_groups' },
				{ name: 'UUID', value: 'uuid' },
				{ name: 'Version', value: 'version' },
			]),
		]),
	],
	simplify: simplifyAccount,
};
