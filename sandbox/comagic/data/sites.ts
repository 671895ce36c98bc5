/** Sites, blocks, campaigns, tags, schedules, blacklist, SIP lines and fields (§B.9). */
import { createHash } from 'node:crypto';
import { isRecord } from '../../kommo/guards';
import { toLocal } from '../localTime';
import { RpcError } from '../rpc/errors';
import type { ComagicStore, Row } from '../store';
import { employeeName, nameOf } from './communicationColumns';
import type { EntityKind } from './entityKind';
import { checkReference, given, without } from './references';

const domainOf = (store: ComagicStore, id: unknown): unknown =>
	store.get('sites', id)?.domain_name ?? null;

const sites: EntityKind = {
	collection: 'sites',
	list: 'get.sites',
	create: 'create.sites',
	update: 'update.sites',
	remove: 'delete.sites',
	unique: ['domain_name'],
	isNeeded: ({ id }, store) => store.all('campaigns').some((row) => row.site_id === id),
	defaults: ({ now }) => ({
		target_call_min_duration: 30,
		track_subdomains: true,
		cookie_lifetime: 90,
		campaign_lifetime: 90,
		sales_enabled: false,
		second_communication_period: 1,
		services_enabled: true,
		creation_date: toLocal(now),
		state: 'new',
	}),
	columns: (params, { store }) => {
		const { default_scenario_id: scenario_id, track_subdomains_enabled } = params;
		checkReference(store, 'scenarios', scenario_id, 'default_scenario_id');
		return {
			...without(params, 'default_scenario_id', 'track_subdomains_enabled'),
			...given(params, 'default_scenario_id', () => ({
				default_scenario: { scenario_id, scenario_name: nameOf(store, 'scenarios', scenario_id) },
			})),
			...given(params, 'track_subdomains_enabled', () => ({
				track_subdomains: track_subdomains_enabled,
			})),
		};
	},
	shown: ({ id }, store) => ({
		site_blocks: store
			.all('siteBlocks')
			.filter((block) => block.site_id === id)
			.map((block) => ({ site_block_id: block.id, site_block_name: block.name })),
	}),
};

const siteBlocks: EntityKind = {
	collection: 'siteBlocks',
	list: 'get.site_blocks',
	create: 'create.site_blocks',
	update: 'update.site_blocks',
	remove: 'delete.site_blocks',
	defaults: () => ({ templates: [], phone_numbers: [] }),
	columns: (params, { store }) => {
		checkReference(store, 'sites', params.site_id, 'site_id');
		return params;
	},
	shown: ({ site_id }, store) => ({ site_domain_name: domainOf(store, site_id) }),
};

const campaigns: EntityKind = {
	collection: 'campaigns',
	list: 'get.campaigns',
	create: 'create.campaigns',
	update: 'update.campaigns',
	remove: 'delete.campaigns',
	unique: ['site_id', 'name'],
	isSystem: ({ id, type }) => id === -1 || type === 'integrated',
	openForSystem: ['site_blocks', 'dynamic_call_tracking'],
	defaults: ({ now }) => ({
		status: 'active',
		type: 'basic',
		creation_time: toLocal(now),
		description: null,
		costs: 0,
		cost_ratio: 1,
		cost_ratio_operator: 'wo_changes',
		engine: null,
		site_blocks: [],
		dynamic_call_tracking: {},
		campaign_conditions: { group_conditions: [] },
	}),
	columns: (params, { store }) => {
		checkReference(store, 'sites', params.site_id, 'site_id');
		checkConditions(params.campaign_conditions);
		return params;
	},
	shown: ({ site_id }, store) => ({ site_domain_name: domainOf(store, site_id) }),
};

const MAX_CONDITIONS = 50;

function checkConditions(value: unknown): void {
	const groups: unknown = isRecord(value) ? value.group_conditions : undefined;
	const entries: unknown[] = Array.isArray(groups) ? groups : [];
	for (const entry of entries) {
		const conditions: unknown = isRecord(entry) ? entry.conditions : undefined;
		if (Array.isArray(conditions) && conditions.length > MAX_CONDITIONS) {
			const field = 'campaign_conditions.group_conditions.conditions';
			throw new RpcError('data_limit_exceeded', { field });
		}
	}
}

const tags: EntityKind = {
	collection: 'tags',
	list: 'get.tags',
	create: 'create.tags',
	update: 'update.tags',
	remove: 'delete.tags',
	unique: ['name'],
	isSystem: ({ is_system }) => is_system === true,
	defaults: ({ now }) => ({
		is_system: false,
		rating: 0,
		is_auto: false,
		condition: {},
		creation_datetime: toLocal(now),
		color: '#FF9900',
		state: 'active',
	}),
};

const schedules: EntityKind = {
	collection: 'schedules',
	list: 'get.schedules',
	create: 'create.schedules',
	update: 'update.schedules',
	remove: 'delete.schedules',
	unique: ['name'],
	isNeeded: ({ id }, store) => store.all('employees').some(({ schedule_id }) => schedule_id === id),
};

const blacklist: EntityKind = {
	collection: 'blacklist',
	list: 'get.blacklist_phone_numbers',
	create: 'create.phone_number_to_blacklist',
	remove: 'delete.phone_number_from_blacklist',
	unique: ['phone_number'],
	defaults: ({ now }) => ({
		add_user_name: 'Owner',
		add_comment: null,
		add_date_time: toLocal(now),
	}),
	created: ({ id, phone_number }) => ({ id, phone_number }),
};

const sipLines: EntityKind = {
	collection: 'sipLines',
	list: 'get.sip_lines',
	create: 'create.sip_lines',
	update: 'update.sip_lines',
	remove: 'delete.sip_lines',
	defaults: ({ store }) => ({
		phone_number: `0${store.next('sipNumber', 600)}`,
		type: 'in_out',
		channels_count: 1,
		dial_time: 60,
		billing_state: 'active',
		physical_state: 'Не зарегистрирован',
		status: 'active',
		ip_addresses: [],
	}),
	columns: (params, { store }) => {
		checkReference(store, 'employees', params.employee_id, 'employee_id');
		return params;
	},
	shown: ({ employee_id }, store) => ({
		employee_full_name: employeeName(store, Number(employee_id)),
	}),
	created: (row) => ({
		phone_number: row.phone_number,
		password: passwordOf(row, 1),
		server: 'sip.comagic.example',
		id: row.id,
	}),
};

/** The n-th password of a SIP line. */
export const passwordOf = ({ id }: Row, nth: number): string =>
	createHash('sha256').update(`sip ${id} ${nth}`).digest('hex').slice(0, 16);

const messageFields: EntityKind = {
	collection: 'messageFields',
	key: 'ext_id',
	list: 'get.offline_message_user_fields',
	create: 'create.offline_message_user_field',
	update: 'update.offline_message_user_field',
	remove: 'delete.offline_message_user_field',
	unique: ['name'],
};

const chatChannels: EntityKind = { collection: 'chatChannels', list: 'get.chat_channels' };

const mediaFiles: EntityKind = {
	collection: 'mediaFiles',
	list: 'get.media_files',
	shown: ({ id }) => ({ play_link: `https://app.comagic.example/media/${id}` }),
};

const scenarios: EntityKind = {
	collection: 'scenarios',
	list: 'get.scenarios',
	shown: ({ id }, store) => ({
		virtual_phone_numbers: store
			.all('virtualNumbers')
			.filter(({ scenarios: used }) => namesScenario(used, id))
			.map(({ virtual_phone_number }) => virtual_phone_number),
		sites: store
			.all('sites')
			.filter(({ default_scenario: used }) => namesScenario([used], id))
			.map((site) => ({ site_id: site.id, site_domain_name: site.domain_name })),
		campaigns: [],
	}),
};

function namesScenario(list: unknown, id: unknown): boolean {
	const entries: unknown[] = Array.isArray(list) ? list : [];
	return entries.some((entry) => isRecord(entry) && entry.scenario_id === id);
}

export const settingKinds: readonly EntityKind[] = [
	sites,
	siteBlocks,
	campaigns,
	tags,
	schedules,
	blacklist,
	sipLines,
	messageFields,
	chatChannels,
	mediaFiles,
	scenarios,
];
