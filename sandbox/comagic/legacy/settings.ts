/** Sites, campaigns, tags, customers (§A.3, §A.5). */
import type { LegacyEndpoint } from './call';
import { hasValues } from './reports';

export const settingsEndpoints: Readonly<Record<string, LegacyEndpoint>> = {
	customer_list: {
		handle: ({ kind, customers }) =>
			kind === 'agent' ? customers.map(({ id, name }) => ({ id, name })) : [],
	},
	site: {
		needsCustomer: true,
		handle: ({ store }) =>
			store.all('sites').map(({ id, domain_name }) => ({ id, domain: domain_name })),
	},
	tag: {
		needsCustomer: true,
		handle: ({ store }) => store.all('tags').map(({ id, name }) => ({ id, name })),
	},
	ac: {
		needsCustomer: true,
		handle: ({ store, params }) =>
			store
				.all('campaigns')
				.filter((row) => hasValues(row, params, ['site_id']))
				.map(({ id, name }) => ({ id, name })),
	},
	ac_condition: {
		handle: ({ store, params }) =>
			store
				.all('campaigns')
				.filter((row) => hasValues(row, params, ['id']))
				.map(({ id }) => ({ id, ac_condition_groups: [] })),
	},
};
