import type { IDataObject } from 'n8n-workflow';

import type { Code } from '../codes';
import { kindOf, type KindName } from '../kinds';
import type { ModelType } from '../model';
import type { ClevertimSession } from '../transport/session';
import type { ClevertimField, ClevertimOperation } from './clevertimField';
import { searchFilters } from './filters';
import { locator } from './locators';
import { deleteOptions, getOptions, readOptions } from './options';
import { limit, returnAll, simplify, sort, wholeCollectionNotice } from './search';

type Simplify = (record: IDataObject, session: ClevertimSession) => Promise<IDataObject>;

interface ReadUse {
	kind: KindName;
	simplify: Simplify;
	/** Links that can be followed. */
	links?: Code[];
	/** Sentences for the form. */
	notices?: ClevertimField[];
}

/** The record an operation is about: `contactId`, `linkedFileId`, … */
export function recordLocator(kind: KindName, use: { inBody?: boolean } = {}): ClevertimField {
	const words = kindOf(kind).noun.split(' ');
	const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	const [first = '', ...rest] = words;
	const camel = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
	return locator({
		displayName: title.join(' '),
		name: `${camel}Id`,
		kind,
		path: 'id',
		...(use.inBody ? { property: 'id' } : {}),
	});
}

export function getOperation({
	kind,
	simplify: flat,
	links,
	notices = [],
}: ReadUse): ClevertimOperation {
	const { path, noun } = kindOf(kind);
	return {
		option: {
			name: 'Get',
			value: 'get',
			action: `Get ${noun}`,
			description: `Get a ${noun} by its ID`,
			routing: { request: { method: 'GET', url: `${path}/{id}` } },
		},
		// ids of folders are texts, which the engine's reading by id does not know
		kind: kind === 'folder' ? 'call' : 'get',
		root: '',
		noun,
		fields: [
			...notices,
			recordLocator(kind, { inBody: true }),
			simplify,
			kind === 'folder' ? readOptions(links) : getOptions(links),
		],
		simplify: flat,
	};
}

export function searchOperation({
	kind,
	simplify: flat,
	links,
	model,
	notices = [],
}: ReadUse & { model?: ModelType }): ClevertimOperation {
	const { path, noun, plural } = kindOf(kind);
	return {
		option: {
			name: 'Search',
			value: 'search',
			action: `Search ${plural}`,
			description: `Find ${plural} by fields; the whole collection is read`,
			routing: { request: { method: 'GET', url: path } },
		},
		kind: 'list',
		root: '',
		noun,
		note: `The service has no search: all ${plural} are read once per run; filters, sort and limit are applied by the node.`,
		fields: [
			wholeCollectionNotice(kind),
			...notices,
			returnAll,
			limit,
			simplify,
			searchFilters(kind, model),
			sort(kind),
			readOptions(links),
		],
		simplify: flat,
	};
}

/** Settings lists, without filters. */
export function getAllOperation({ kind, simplify: flat, links }: ReadUse): ClevertimOperation {
	const { path, noun, plural } = kindOf(kind);
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			action: `Get many ${plural}`,
			description: `Get the ${plural} of the account`,
			routing: { request: { method: 'GET', url: path } },
		},
		kind: 'list',
		root: '',
		noun,
		fields: [returnAll, limit, simplify, readOptions(links)],
		simplify: flat,
	};
}

/** Answers `{ "deleted": true, "id": … }`; in Clevertim it can be undone for two weeks (§4). */
export function deleteOperation(kind: KindName, warning = ''): ClevertimOperation {
	const { path, noun } = kindOf(kind);
	return {
		option: {
			name: 'Delete',
			value: 'delete',
			action: `Delete ${noun}`,
			description: `Delete a ${noun}${warning === '' ? '; Clevertim can bring it back for two weeks' : warning}`,
			routing: { request: { method: 'DELETE', url: `${path}/{id}` } },
		},
		kind: 'write',
		answerOnly: true,
		root: '',
		noun,
		fields: [recordLocator(kind), deleteOptions],
	};
}
