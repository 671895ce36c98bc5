import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { isListable, type KindName } from '../kinds';

/** Where a field of a record points to (fact sheet §5, §6); a customer is a contact or a company. */
const TARGETS: Readonly<Record<string, readonly KindName[]>> = {
	cust: ['contact', 'company'],
	companyId: ['company'],
	case: ['case'],
	cases: ['case'],
	opp: ['opportunity'],
	opportunity: ['opportunity'],
	opportunities: ['opportunity'],
	tasks: ['task'],
	notes: ['note'],
	comments: ['comment'],
	nid: ['note'],
	tid: ['task'],
	leadUser: ['user'],
	aUserId: ['user'],
	userId: ['user'],
	puser: ['user'],
	users: ['user'],
	files: ['file'],
	lfiles: ['linkedfile'],
	parentId: ['folder'],
};

/** Reverse lists of a customer, by the kind of record that points to him. */
const REVERSE: Partial<Record<KindName, string>> = {
	note: 'notes',
	task: 'tasks',
	opportunity: 'opportunities',
	case: 'cases',
};

interface Source {
	/** Whole collections, read once per run. */
	all: (name: KindName) => Promise<IDataObject[]>;
	/** One record, where reading all is not documented (§4). */
	find: (name: KindName, id: string) => Promise<IDataObject | undefined>;
}

/**
 * Records with `referenced` added: for each of `keys` the record or records it points to, null for
 * one that is deleted or hidden. A customer carries `kind`, because ids of contacts and companies
 * may overlap (§7): the one that links back is taken, else the contact, as the client does.
 */
export async function withReferences(
	source: Source,
	name: KindName,
	records: IDataObject[],
	keys: string[],
): Promise<IDataObject[]> {
	const known = new Map<KindName, Map<string, IDataObject>>();
	for (const kind of new Set(keys.flatMap((key) => TARGETS[key] ?? []))) {
		const ids = idsOf(records, keys, kind);
		if (ids.length > 0) known.set(kind, await load(source, kind, ids));
	}
	return records.map((record) => ({
		...record,
		referenced: Object.fromEntries(
			keys
				.filter((key) => record[key] !== undefined)
				.map((key) => [key, resolve(name, record, key, known)]),
		),
	}));
}

function idsOf(records: IDataObject[], keys: string[], kind: KindName): string[] {
	const pointing = keys.filter((key) => TARGETS[key]?.includes(kind) === true);
	return records.flatMap((record) => pointing.flatMap((key) => listed(record[key])));
}

function listed(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list.map(shown).filter((id) => id !== '');
}

async function load(
	source: Source,
	kind: KindName,
	ids: string[],
): Promise<Map<string, IDataObject>> {
	const found: Array<IDataObject | undefined> = [];
	if (isListable(kind)) found.push(...(await source.all(kind)));
	else for (const id of new Set(ids)) found.push(await source.find(kind, id));
	const records = found.filter((record) => record !== undefined);
	return new Map(records.map((record) => [shown(record.id), record]));
}

function resolve(
	name: KindName,
	record: IDataObject,
	key: string,
	known: Map<KindName, Map<string, IDataObject>>,
): IDataObject | IDataObject[] | null {
	const kinds = TARGETS[key] ?? [];
	const pick = (id: string): IDataObject | null => {
		const found = kinds.flatMap((kind) => {
			const target = known.get(kind)?.get(id);
			return target ? [kinds.length > 1 ? { kind, ...target } : { ...target }] : [];
		});
		return found.find((target) => linksBack(name, record, target)) ?? found[0] ?? null;
	};
	const value: unknown = record[key];
	if (!Array.isArray(value)) return pick(shown(value));
	return listed(value)
		.map(pick)
		.filter((target) => target !== null);
}

function linksBack(name: KindName, { id }: IDataObject, target: IDataObject): boolean {
	const list: unknown = target[REVERSE[name] ?? ''];
	return Array.isArray(list) && list.map(shown).includes(shown(id));
}
