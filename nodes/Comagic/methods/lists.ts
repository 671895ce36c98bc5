import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { isRecord, recordsAt, type QueryValue, type WireRequest } from '../../shared/wire';
import type { ComagicSession } from '../transport/session';

/** One entry of a list or dropdown. */
export interface Choice {
	name: string;
	value: string | number;
}

/** A kind of record that forms let people choose. */
export interface ListKind {
	/** Method of the Data API. */
	method: string;
	/** Names that are asked for; the first is searched in when there are more than one page. */
	fields: [string, ...string[]];
	label(record: IDataObject): string;
	/** What goes out as the value; default: `id`. */
	value?: (record: IDataObject) => string | number;
	/** Where the Session API has the same list. */
	legacy?: string;
}

const joined = (...parts: unknown[]): string =>
	parts
		.map(shown)
		.filter((part) => part !== '')
		.join(' · ');

/** Fact sheet §A.3, §A.5, §B.9. */
export const LISTS = {
	Sites: {
		method: 'get.sites',
		fields: ['domain_name', 'id', 'name'],
		label: ({ domain_name: domain, domain: old, name }) =>
			shown(domain) || shown(old) || shown(name),
		legacy: 'v1/site/',
	},
	Campaigns: {
		method: 'get.campaigns',
		fields: ['name', 'id', 'site_domain_name'],
		label: ({ name, site_domain_name: site }) => joined(name, site),
		legacy: 'v1/ac/',
	},
	Tags: {
		method: 'get.tags',
		fields: ['name', 'id'],
		label: ({ name }) => shown(name),
		legacy: 'v1/tag/',
	},
	Employees: {
		method: 'get.employees',
		fields: ['full_name', 'id'],
		label: ({ full_name: name }) => shown(name),
	},
	VirtualNumbers: {
		method: 'get.virtual_numbers',
		fields: ['virtual_phone_number', 'id', 'name'],
		label: ({ virtual_phone_number: number, name }) => joined(number, name),
		value: ({ virtual_phone_number: number }) => shown(number),
	},
	Scenarios: {
		method: 'get.scenarios',
		fields: ['name', 'id'],
		label: ({ name }) => shown(name),
	},
	Customers: {
		method: 'get.customers',
		fields: ['name', 'id'],
		label: ({ name }) => shown(name),
		legacy: 'v1/customer_list/',
	},
	MediaFiles: {
		method: 'get.media_files',
		fields: ['name', 'id'],
		label: ({ name }) => shown(name),
	},
	Groups: {
		method: 'get.group_employees',
		fields: ['name', 'id'],
		label: ({ name }) => shown(name),
	},
	Contacts: {
		method: 'get.contacts',
		fields: ['full_name', 'id', 'phone_numbers'],
		label: ({ full_name: name, phone_numbers: phones }) =>
			joined(name, Array.isArray(phones) ? phones[0] : ''),
	},
	CustomerUsers: {
		method: 'get.customer_users',
		fields: ['name', 'id', 'login'],
		label: ({ name, login }) => joined(name, login),
	},
} satisfies Record<string, ListKind>;

/** One page takes one point; larger accounts are searched by the service. */
const ONE_PAGE = 10_000;

/**
 * The entries of a list whose label or value holds `filter`, sorted by label.
 * @param legacyQuery null: the Data API; else the Session API's own parameters, e.g. `customer_id`
 */
export async function choices(
	session: ComagicSession,
	kind: ListKind,
	filter: string,
	legacyQuery: Record<string, QueryValue> | null = null,
): Promise<Choice[]> {
	const records =
		legacyQuery !== null && kind.legacy !== undefined
			? await legacyRecords(session, kind.legacy, legacyQuery)
			: await dataRecords(session, kind, filter);
	const wanted = filter.trim().toLowerCase();
	return records
		.map((record) => choice(record, kind))
		.filter(({ name, value }) => name.toLowerCase().includes(wanted) || String(value) === wanted)
		.sort((a, b) => a.name.localeCompare(b.name));
}

function choice(record: IDataObject, kind: ListKind): Choice {
	const id = typeof record.id === 'number' ? record.id : shown(record.id);
	const value = kind.value ? kind.value(record) : id;
	return { name: kind.label(record) || `#${value}`, value };
}

async function legacyRecords(
	session: ComagicSession,
	path: string,
	query: Record<string, QueryValue>,
): Promise<IDataObject[]> {
	const answer = await session.send({ method: 'GET', path: `session/${path}`, query });
	return recordsAt(answer.body, 'data');
}

async function dataRecords(
	session: ComagicSession,
	kind: ListKind,
	filter: string,
): Promise<IDataObject[]> {
	const all = await page(session, kind, {});
	if (!all.isCut || filter.trim() === '') return all.records;
	const [field] = kind.fields;
	const value = `%${filter.trim()}%`;
	const found = await page(session, kind, { filter: { field, operator: 'ilike', value } });
	return found.records;
}

async function page(
	session: ComagicSession,
	{ method, fields }: ListKind,
	more: IDataObject,
): Promise<{ records: IDataObject[]; isCut: boolean }> {
	const $params = JSON.stringify({ fields: [...fields].sort(), ...more });
	const request: WireRequest = {
		method: 'GET',
		path: `data/${method}`,
		query: { $params, limit: ONE_PAGE },
	};
	const { body } = await session.send(request);
	const records = recordsAt(body, 'data');
	const metadata = isRecord(body) && isRecord(body.metadata) ? body.metadata : {};
	return { records, isCut: Number(metadata.total_items ?? 0) > records.length };
}
