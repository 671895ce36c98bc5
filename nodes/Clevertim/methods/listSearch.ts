import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { LIST_METHODS } from '../fields/locators';
import { kindOf, KIND_NAMES, type KindName } from '../kinds';
import { withSession } from './formSession';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Entries shown at once; the editor asks for more while the user scrolls. */
const PAGE = 100;

/** The API has no search (fact sheet §1): the collection is read and filtered here. */
function listed(kind: KindName): Search {
	return async function (this: ILoadOptionsFunctions, filter, paginationToken) {
		const records = await withSession(this, async (session) => await session.collections.all(kind));
		return page(records, kind, filter, Number(paginationToken ?? 0));
	};
}

function page(
	records: IDataObject[],
	kind: KindName,
	filter: string | undefined,
	start: number,
): INodeListSearchResult {
	const wanted = filter?.trim().toLowerCase() ?? '';
	const found = records
		.map((record) => ({ name: labelOf(record, kind), value: idOf(record) }))
		.filter(({ name, value }) => name.toLowerCase().includes(wanted) || String(value) === wanted)
		.sort((a, b) => a.name.localeCompare(b.name));
	const more = found.length > start + PAGE;
	return {
		results: found.slice(start, start + PAGE),
		...(more ? { paginationToken: String(start + PAGE) } : {}),
	};
}

const idOf = ({ id }: IDataObject): string | number => (typeof id === 'number' ? id : shown(id));

const labelOf = (record: IDataObject, kind: KindName): string =>
	kindOf(kind).label(record) || `#${idOf(record)}`;

const lists = KIND_NAMES.flatMap((kind): Array<[string, Search]> => {
	const method = LIST_METHODS[kind];
	return method === undefined ? [] : [[method, listed(kind)]];
});

/** Searchable lists of the form's locators. */
export const listSearch: Record<string, Search> = {
	...Object.fromEntries(lists),
	async searchCustomers(filter, paginationToken) {
		const type = this.getCurrentNodeParameter('&customerType');
		const kind = type === 'company' ? 'company' : 'contact';
		return await listed(kind).call(this, filter, paginationToken);
	},
};
