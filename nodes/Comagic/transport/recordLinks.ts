import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';

/** `file_link` of a call: a list of links without a scheme, empty without a recording (§A.3, §A.4). */
const LINKS_IN = 'file_link';

/**
 * The call with all links to its recordings complete: `//host/…` → `https://host/…`.
 * @param app origin for links without a host
 */
export function withAbsoluteLinks(call: IDataObject, app: string): IDataObject {
	const links = call[LINKS_IN];
	if (links === undefined || links === null || links === '') return call;
	const list: unknown[] = Array.isArray(links) ? links : [links];
	return { ...call, [LINKS_IN]: list.map((link) => absolute(shown(link), app)) };
}

/** The call with `records`: one `{ id, link }` for each of its recordings, as the old client names them. */
export function withRecords(call: IDataObject): IDataObject {
	const links = call[LINKS_IN];
	const list = Array.isArray(links) ? links.map(shown) : [];
	return { ...call, records: list.map((link) => ({ id: call.id, link })) };
}

function absolute(link: string, app: string): string {
	const text = link.trim();
	if (text.startsWith('//')) return `https:${text}`;
	if (text.startsWith('/')) return `${app}${text}`;
	return /^[a-z][a-z0-9+.-]*:/i.test(text) || text === '' ? text : `https://${text}`;
}
