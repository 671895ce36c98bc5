import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { recordsAt, type QueryValue } from '../../shared/wire';
import { toEntityType } from '../fields/entity';
import { wholeNumber } from '../fields/ids';
import { toLinkSource } from '../fields/linkPairs';
import type { EntityType } from '../model';
import type { KommoSession } from '../transport/session';
import { withSession } from './formSession';
import { shown } from '../../shared/shown';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Entries fetched at once; the editor asks for more while the user scrolls. */
const PAGE = 50;

/** Full pages without a hit before the user is asked for a better text. */
const PAGES_LOOKED_THROUGH = 4;

interface Source {
	path: string;
	root: string;
	/** What the list shows for a record. */
	label: (record: IDataObject) => string;
	/** Page of the card, below the account's address. */
	card?: string;
	/** False where the API has no free-text search: the page is filtered here. */
	searches: boolean;
	order?: Record<string, QueryValue>;
}

const NAMED = (record: IDataObject): string => shown(record.name) || `#${shown(record.id)}`;

const entities = (entityType: EntityType): Source => ({
	path: `/api/v4/${entityType}`,
	root: `_embedded.${entityType}`,
	label: NAMED,
	card: `${entityType}/detail`,
	searches: true,
	order: { 'order[updated_at]': 'desc' },
});

/** The elements of the chosen list; none before one is chosen. */
const elements: Search = async function (this: ILoadOptionsFunctions, filter, paginationToken) {
	const list = wholeNumber(this.getCurrentNodeParameter('catalogId'));
	if (list === null) return { results: [] };
	const source: Source = {
		path: `/api/v4/catalogs/${list}/elements`,
		root: '_embedded.elements',
		label: NAMED,
		searches: true,
	};
	return await listed(() => source).call(this, filter, paginationToken);
};

const TASKS: Source = {
	path: '/api/v4/tasks',
	root: '_embedded.tasks',
	label: (task) => shown(task.text) || `#${shown(task.id)}`,
	searches: false,
	order: { 'order[complete_till]': 'desc' },
};

/** The records of a page; where the API cannot search, of the next page with a match. */
async function searchPage(
	session: KommoSession,
	source: Source,
	text: string,
	first: number,
): Promise<INodeListSearchResult> {
	for (let page = first; ; page++) {
		const found = await readPage(session, source, text, page);
		const isLast = found.paginationToken === undefined || page === first + PAGES_LOOKED_THROUGH;
		if (found.results.length > 0 || source.searches || isLast) return found;
	}
}

async function readPage(
	session: KommoSession,
	source: Source,
	text: string,
	page: number,
): Promise<INodeListSearchResult> {
	const request = {
		method: 'GET' as const,
		path: source.path,
		query: {
			...source.order,
			...(source.searches && text !== '' ? { query: text } : {}),
			limit: source.searches || text === '' ? PAGE : session.pageSize,
			page,
		},
	};
	const answer = await session.send(request);
	const wanted = text.toLowerCase();
	const results = recordsAt(answer.body, source.root)
		.map((record) => ({
			name: source.label(record),
			value: Number(record.id),
			...(source.card ? { url: cardUrl(session, source.card, record.id) } : {}),
		}))
		.filter(({ name }) => source.searches || name.toLowerCase().includes(wanted));
	const more = session.nextPage(answer, request) !== null;
	return { results, ...(more ? { paginationToken: String(page + 1) } : {}) };
}

const cardUrl = (session: KommoSession, card: string, id: unknown): string =>
	`${session.host.origin}${session.host.basePath}/${card}/${shown(id)}`;

/** What to list may depend on another parameter; one that cannot be read ends in its message. */
function listed(source: (context: ILoadOptionsFunctions) => Source): Search {
	return async function (this: ILoadOptionsFunctions, filter, paginationToken) {
		const page = Number(paginationToken ?? 1);
		return await withSession(
			this,
			async (session) => await searchPage(session, source(this), filter?.trim() ?? '', page),
		);
	};
}

/** A short list that the API gives whole: it is filtered here. */
function whole(
	read: (session: KommoSession) => Promise<Array<{ id: number; name: string }>>,
): Search {
	return async function (this: ILoadOptionsFunctions, filter) {
		const all = await withSession(this, read);
		const wanted = filter?.trim().toLowerCase() ?? '';
		const results = all
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.map(({ id, name }) => ({ name, value: id }));
		return { results };
	};
}

/** Searchable lists of the form's locators. */
export const listSearch: Record<string, Search> = {
	searchLeads: listed(() => entities('leads')),
	searchContacts: listed(() => entities('contacts')),
	searchCompanies: listed(() => entities('companies')),
	searchTasks: listed(() => TASKS),
	searchPipelines: whole(async (session) => await session.lookups.pipelines()),
	searchUsers: whole(async (session) => await session.lookups.users()),
	searchEntities: listed((context) =>
		entities(toEntityType(context.getCurrentNodeParameter('entityType'))),
	),
	searchLinkSources: listed((context) =>
		entities(toLinkSource(context.getCurrentNodeParameter('entityType'))),
	),
	async searchLinkTargets(filter, paginationToken) {
		if (this.getCurrentNodeParameter('toEntityType') === 'catalog_elements')
			return await elements.call(this, filter, paginationToken);
		const source = (context: ILoadOptionsFunctions) =>
			entities(toLinkSource(context.getCurrentNodeParameter('toEntityType')));
		return await listed(source).call(this, filter, paginationToken);
	},
};
