/** The three interfaces of the service. */
export type ApiName = 'data' | 'call' | 'session';

export type BrandName = 'comagic' | 'uis' | 'callgear' | 'novofon' | 'custom';

/** As the form and the messages call them. */
export const API_LABELS: Record<ApiName, string> = {
	data: 'Data API',
	call: 'Call API',
	session: 'Session API',
};

interface Brand {
	name: string;
	/** Base URLs; null: the brand has no such API. */
	urls: Record<ApiName, string | null>;
	/** Where recordings are opened (fact sheet §1, §B.8). */
	app: string;
	media: string;
}

/** Hosts of the portals; an account exists on one of them only (fact sheet §1). */
export const BRANDS: Record<Exclude<BrandName, 'custom'>, Brand> = {
	comagic: {
		name: 'Comagic',
		urls: {
			data: 'https://dataapi.comagic.ru/v2.0',
			call: 'https://callapi.comagic.ru/v4.0',
			session: 'https://api.comagic.ru/api',
		},
		app: 'https://app.comagic.ru',
		media: 'https://media.comagic.ru',
	},
	uis: {
		name: 'UIS',
		urls: {
			data: 'https://dataapi.uiscom.ru/v2.0',
			call: 'https://callapi.uiscom.ru/v4.0',
			session: 'https://api.uiscom.ru/api',
		},
		app: 'https://app.uiscom.ru',
		media: 'https://media.uiscom.ru',
	},
	callgear: {
		name: 'CallGear',
		urls: {
			data: 'https://dataapi.callgear.com/v2.0',
			call: 'https://callapi.callgear.com/v4.0',
			session: null,
		},
		app: 'https://app.callgear.com',
		media: 'https://media.callgear.com',
	},
	novofon: {
		name: 'Novofon',
		urls: {
			data: 'https://dataapi-jsonrpc.novofon.ru/v2.0',
			call: 'https://callapi-jsonrpc.novofon.ru/v4.0',
			session: null,
		},
		app: 'https://app.novofon.ru',
		media: 'https://media.novofon.ru',
	},
};

/** The credential's fields with the addresses of a custom brand. */
export const URL_FIELDS: Record<ApiName, { name: string; label: string }> = {
	data: { name: 'dataApiUrl', label: 'Data API URL' },
	call: { name: 'callApiUrl', label: 'Call API URL' },
	session: { name: 'sessionApiUrl', label: 'Session API URL' },
};
