import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../../../../nodes/Kommo/transport/errorTable';

export const PAGE = '<html><head><title>403 Forbidden</title></head><body>nginx</body></html>';

export const failure = (fields: Partial<Failure>): Failure => ({
	status: null,
	body: null,
	headers: {},
	method: 'GET',
	path: '/api/v4/leads',
	host: 'acme.kommo.com',
	credentialKind: 'apiToken',
	...fields,
});

/** The generic body of fact sheet §3.3. */
export const problem = (status: number, title: string, detail: string, more: IDataObject = {}) => ({
	status,
	body: { title, type: `https://httpstatus.es/${status}`, status, detail, ...more },
});

/** A refusal of the token endpoint (fact sheet §1.3), as text: so n8n's exception carries it. */
export const hinted = (hint: string, status = 401): Partial<Failure> => ({
	status,
	credentialKind: 'oAuth2',
	code: 'ESTATUS',
	body: JSON.stringify({
		hint,
		title: 'Некорректный запрос',
		type: 'https://developers.amocrm.ru/v3/errors/OAuthProblemJson',
		status,
		detail: 'В запросе отсутствует ряд параметров или параметры невалидны',
	}),
});

export const legacy = (code: number | string, status: number | null = null) => ({
	status,
	body: { response: { error: 'made up', error_code: code } },
});

/** Row of the table, what happened, the message, a part of the advice. */
export type Case = [
	row: string,
	fields: Partial<Failure>,
	message: string | RegExp,
	advice: string,
];
