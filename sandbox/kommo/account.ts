/** The two seeded accounts: what differs between the products is data (§6). */
import type { AccountName } from './contract';
import type { AccountInfo } from './model';
import type { TokenStore } from './oauth/tokens';
import type { AccountStore } from './store';

export interface Profile {
	name: AccountName;
	/** POST /webhooks answers 201 on amoCRM, 200 on Kommo. */
	webhookCreated: 200 | 201;
	/** Redirect parameter `platform`. */
	platform: 1 | 2;
	/** Host as real accounts of this product have it; shown in token claims only. */
	domain: string;
	token: string;
	limitedToken: string;
	clientId: string;
	clientSecret: string;
	info: AccountInfo;
	idBase: number;
}

export interface AccountRuntime {
	name: AccountName;
	profile: Profile;
	store: AccountStore;
	tokens: TokenStore;
	/** Empty until the server listens. */
	url: string;
	/** Origin of the files service, a port of its own. */
	driveUrl: string;
}

const accountBorn = Date.UTC(2024, 0, 15, 9) / 1000;

export const profiles: Readonly<Record<AccountName, Profile>> = {
	kommo: {
		name: 'kommo',
		webhookCreated: 200,
		platform: 2,
		domain: 'kommo.com',
		token: 'acme-long-lived-token',
		limitedToken: 'acme-limited-token',
		clientId: '5a0dbf6e-7c1b-4c8e-9d36-0c4b8f1e2a01',
		clientSecret: 'acme-client-secret',
		idBase: 0,
		info: {
			id: 30001,
			name: 'Acme',
			subdomain: 'acme',
			country: 'US',
			currency: 'USD',
			currency_symbol: '$',
			contact_name_display_order: 1,
			timezone: 'America/New_York',
			language: 'en',
			created_at: accountBorn,
		},
	},
	amocrm: {
		name: 'amocrm',
		webhookCreated: 201,
		platform: 1,
		domain: 'amocrm.ru',
		token: 'romashka-long-lived-token',
		limitedToken: 'romashka-limited-token',
		clientId: '8f3e21c4-51d7-4a0b-b6f2-77e9d05a3b02',
		clientSecret: 'romashka-client-secret',
		idBase: 1_000_000,
		info: {
			id: 40001,
			name: 'Ромашка',
			subdomain: 'romashka',
			country: 'RU',
			currency: 'RUB',
			currency_symbol: '₽',
			contact_name_display_order: 1,
			timezone: 'Europe/Moscow',
			language: 'ru',
			created_at: accountBorn,
		},
	},
};
