import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { withSession } from './formSession';
import { choices, LISTS, type ListKind } from './lists';

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** A dropdown of one kind of record. */
export function options(kind: ListKind): Load {
	return async function (this: ILoadOptionsFunctions) {
		return await withSession(this, async (session) => await choices(session, kind, ''));
	};
}

/** Dropdowns of the form, `getSites` and so on; nothing is kept between two of them. */
export const loadOptions: Record<string, Load> = Object.fromEntries(
	Object.entries(LISTS).map(([name, kind]) => [`get${name}`, options(kind)]),
);
