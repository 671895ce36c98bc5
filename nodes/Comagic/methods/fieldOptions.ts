import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { OutField } from '../catalogue/method';
import { FILTER_GROUPS, groupOf } from '../fields/filterGroups';
import { labelOf } from '../fields/labels';
import { currentMethod } from './currentMethod';

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

function listing(suits: (field: OutField) => boolean, describe = describeField): Load {
	return async function (this: ILoadOptionsFunctions) {
		const fields = currentMethod(this)?.fields.filter(suits) ?? [];
		const options = fields.map((field) => ({
			name: labelOf(field.name),
			value: field.name,
			description: describe(field),
		}));
		return await Promise.resolve(options.sort((a, b) => a.name.localeCompare(b.name)));
	};
}

function describeField({ name, isDefault, choices }: OutField): string {
	const words = choices === null ? '' : `: ${choices.slice(0, 8).join(', ')}`;
	return `${name}${isDefault ? ' (comes by default)' : ''}${words}`;
}

/** The method's own fields (fact sheet §B.9). */
export const fieldOptions: Load = listing(() => true);
export const sortOptions: Load = listing(({ sort }) => sort);

/** `getTextFields`, `getNumberFields` …: what a condition of that kind may be about. */
export const filterOptions: Record<string, Load> = Object.fromEntries(
	FILTER_GROUPS.map((group) => [
		group.load,
		listing((field) => field.filter && groupOf(field) === group),
	]),
);
