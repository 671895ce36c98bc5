import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { ModelType } from '../model';
import type { ClevertimSession } from '../transport/session';
import { withSession } from './formSession';

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** A dropdown of what `read` finds, sorted by name. */
function options(read: (session: ClevertimSession) => Promise<INodePropertyOptions[]>): Load {
	return async function (this: ILoadOptionsFunctions) {
		const found = await withSession(this, read);
		return found.sort((a, b) => a.name.localeCompare(b.name));
	};
}

const fieldsOf = (model: ModelType): Load =>
	options(async (session) =>
		(await session.customFields(model)).map(({ id, name, elemType }) => ({
			name,
			value: id,
			description: elemType,
		})),
	);

/** Dropdowns of the form; nothing is kept between two of them. */
export const loadOptions: Record<string, Load> = {
	getGroups: options(async (session) =>
		(await session.groups()).map(({ id, name }) => ({ name, value: id })),
	),
	listContactFields: fieldsOf('customers'),
	listCompanyFields: fieldsOf('companies'),
	listCaseFields: fieldsOf('cases'),
	listOpportunityFields: fieldsOf('opportunities'),
};
