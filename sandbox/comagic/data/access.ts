/** The account, its customers and users (§B.9). */
import { TIMEZONE } from '../localTime';
import { notFound } from '../rpc/errors';
import type { DataCall, Handlers } from './call';
import { rowsOf } from './list';
import { answerRows } from './reports';
import { sample } from './sample';

const APP_ID = 30_100;

function customers(call: DataCall) {
	const rows = call.customers.map(({ id, name, store }) => ({
		id,
		name,
		description: null,
		creation_date_time: '2024-02-01 10:00:00',
		status: 'active',
		status_change_date_time: '2024-02-01 10:00:00',
		tariff_plan_id: 11,
		tariff_plan_name: 'Standard',
		sites: store.all('sites').map((site) => ({
			site_id: site.id,
			site_domain_name: site.domain_name,
		})),
	}));
	return answerRows(call, rowsOf(rows));
}

function users(call: DataCall) {
	const rows = call.customers.map(({ id, name, userId }) => ({
		id: userId,
		name: `Owner of ${name}`,
		description: null,
		login: `owner${userId}@comagic.example`,
		customer_id: id,
	}));
	return answerRows(call, rowsOf(rows));
}

/** Changes of customers are accepted and not kept. */
const ofCustomer =
	(field: 'id' | 'customer_id') =>
	(call: DataCall): Record<string, unknown> => {
		const id = call.params[field];
		if (!call.customers.some((customer) => customer.id === id)) throw notFound(field, id);
		return {};
	};

function account(call: DataCall): Record<string, unknown> {
	const isAgent = call.kind === 'agent';
	const made = sample(call);
	return {
		...made,
		app_id: APP_ID,
		app_name: 'Sandbox Ltd',
		app_state: 'active',
		lang: 'ru',
		timezone: TIMEZONE,
		project: 'comagic',
		customer_id: call.customers[0]?.id ?? null,
		user_id: call.customers[0]?.userId ?? null,
		is_agent_app: isAgent,
		is_agent: isAgent,
		agent_type: isAgent ? 'agent' : null,
	};
}

function site(call: DataCall) {
	const { site_id } = call.params;
	const all = call.store.all('sites');
	const rows = all.filter(({ id }) => site_id === undefined || id === site_id);
	if (rows.length === 0) throw notFound('site_id', site_id);
	return answerRows(call, rowsOf(rows));
}

export const accessHandlers: Handlers = {
	'get.account': (call) =>
		answerRows(call, rowsOf([{ app_id: APP_ID, name: 'Sandbox Ltd', timezone: TIMEZONE }])),
	'getobj.account': account,
	'getobj.site': site,
	'get.customers': customers,
	'get.customer_users': users,
	'update.customers': ofCustomer('id'),
	'update.customer_status': ofCustomer('customer_id'),
	'update.customer_tariff_plans': ofCustomer('customer_id'),
	'get.notifications': (call) => answerRows(call, rowsOf(call.store.all('notifications'))),
};
