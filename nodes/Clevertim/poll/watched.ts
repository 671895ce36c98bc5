import type { IDataObject } from 'n8n-workflow';

import type { ClevertimField, ClevertimOperation } from '../fields/clevertimField';
import { addressed, type KindName } from '../kinds';
import { resources } from '../resources';
import type { ClevertimSession } from '../transport/session';

/** A resource whose records can be watched, made of what the node declares for it. */
export interface Watched {
	name: string;
	value: string;
	kind: KindName;
	simplify: NonNullable<ClevertimOperation['simplify']>;
	/** Links that can be followed; absent where records point to nothing. */
	links: ClevertimField | undefined;
	/** Filters of the node's search; absent for settings, which have none. */
	filters: ClevertimField | undefined;
}

/** All resources that have records, in the order of the form. */
export const WATCHED: Watched[] = resources.flatMap(({ name, value, operations }) => {
	const operation = (wanted: string) => operations.find(({ option }) => option.value === wanted);
	const get = operation('get');
	const kind = get && addressed(get.option.routing.request.url.replace('/{id}', ''))?.name;
	if (!get || !kind) return [];
	return [
		{
			name,
			value,
			kind,
			simplify: get.simplify ?? asItIs,
			links: member(get, 'options', 'loadReferenced'),
			filters: filtersOf(operation('search')),
		},
	];
});

const asItIs = (record: IDataObject, _session: ClevertimSession): IDataObject => record;

function member(
	operation: ClevertimOperation,
	collection: string,
	name: string,
): ClevertimField | undefined {
	const found = operation.fields.find(({ prop }) => prop.name === collection);
	return found?.fields?.find(({ prop }) => prop.name === name);
}

/** Every poll is about what has changed, so the search's own filter by time is left out. */
function filtersOf(search: ClevertimOperation | undefined): ClevertimField | undefined {
	const filters = search?.fields.find(({ prop }) => prop.name === 'filters');
	if (!filters?.fields) return undefined;
	return { ...filters, fields: filters.fields.filter(({ prop }) => prop.name !== 'updatedSince') };
}
