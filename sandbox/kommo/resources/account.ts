/** GET /account (§4.17). */
import type { Call, Route } from '../call';
import type { Json } from '../guards';
import { selfLink } from '../hal';
import { withSet } from '../queryString';

export const accountRoutes: Route[] = [
	{
		method: 'GET',
		path: '/account',
		handle: (call) => ({ status: 200, body: accountToWire(call) }),
	},
];

function accountToWire(call: Call): Json {
	const { info } = call.store;
	const include = withSet(call.query);
	const extras: Json = {
		amojo_id: `0d1f0000-0000-4000-8000-${String(info.id).padStart(12, '0')}`,
		uuid: `7c2a0000-0000-4000-8000-${String(info.id).padStart(12, '0')}`,
		version: 16,
		drive_url: call.account.driveUrl,
		is_api_filter_enabled: call.account.name === 'kommo' || call.switches.apiFilterEnabled,
	};
	const embedded = embeddedParts(call, include);
	return {
		id: info.id,
		name: info.name,
		subdomain: info.subdomain,
		created_at: info.created_at,
		created_by: 0,
		updated_at: info.created_at,
		updated_by: 0,
		current_user_id: call.user.id,
		country: info.country,
		currency: info.currency,
		currency_symbol: info.currency_symbol,
		customers_mode: 'disabled',
		is_unsorted_on: true,
		mobile_feature_version: 0,
		is_loss_reason_enabled: true,
		is_helpbot_enabled: false,
		is_technical_account: false,
		contact_name_display_order: info.contact_name_display_order,
		...Object.fromEntries(Object.entries(extras).filter(([key]) => include.has(key))),
		_links: selfLink(call, '/account'),
		...(Object.keys(embedded).length > 0 ? { _embedded: embedded } : {}),
	};
}

function embeddedParts(call: Call, include: ReadonlySet<string>): Json {
	const { store } = call;
	const parts: Record<string, () => unknown> = {
		amojo_rights: () => ({ can_direct: true, can_create_groups: true }),
		users_groups: () => [...store.groups.values()].map((g) => ({ ...g, uuid: null })),
		task_types: () => [...store.taskTypes.values()].map((t) => ({ ...t, icon_id: null })),
		entity_names: () => entityNames(store.info.language),
		datetime_settings: () => datetimeSettings(call),
	};
	return Object.fromEntries(
		Object.entries(parts).flatMap(([key, read]) => (include.has(key) ? [[key, read()]] : [])),
	);
}

function entityNames(language: 'en' | 'ru'): Json {
	const [singular, plural] = language === 'ru' ? ['Сделка', 'Сделки'] : ['Lead', 'Leads'];
	return {
		leads: {
			[language]: {
				gender: 'f',
				plural_form: { dative: plural, default: plural },
				singular_form: { default: singular },
			},
		},
	};
}

function datetimeSettings(call: Call): Json {
	const { timezone, language } = call.store.info;
	const day = language === 'ru' ? 'd.m.Y' : 'm/d/Y';
	return {
		date_pattern: `${day} H:i`,
		short_date_pattern: day,
		short_time_pattern: 'H:i',
		// the API's own misspelling
		date_formant: day,
		time_format: 'H:i:s',
		timezone,
		timezone_offset: offsetOf(timezone, call.now),
	};
}

function offsetOf(timezone: string, seconds: number): string {
	const parts = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
	const name =
		parts.formatToParts(seconds * 1000).find((p) => p.type === 'timeZoneName')?.value ?? '';
	return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}
