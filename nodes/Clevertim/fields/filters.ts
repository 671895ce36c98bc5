import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { KindName } from '../kinds';
import type { ModelType } from '../model';
import { WHERE, type ValueType } from '../transport/localQuery';
import type { ClevertimField } from './clevertimField';
import { addCondition, addEntry, conditionRows, entriesOf } from './conditions';
import { requireDefinition } from './customFieldValue';
import { toTime } from './dates';
import { filterFieldsOf, type FilterField } from './filterFields';
import { collection } from './plain';
import { listOf } from './values';

/** Filters of a search: the API has none, they are applied to the whole collection (§1). */
export function searchFilters(kind: KindName, model?: ModelType): ClevertimField {
	const hasTags = filterFieldsOf(kind).some(({ path }) => path === 'tags');
	return collection(
		'Filters',
		'filters',
		[
			combine,
			conditionsField(kind),
			updatedSince,
			...(model ? [customFieldConditions(model)] : []),
			...(hasTags
				? [
						tagsFilter('Tags: All Of', 'tagsAll', 'hasAll'),
						tagsFilter('Tags: Any Of', 'tagsAny', 'hasAny'),
					]
				: []),
		],
		'Add Filter',
	);
}

const combine: ClevertimField = {
	prop: {
		displayName: 'Combine Conditions',
		name: 'combine',
		type: 'options',
		options: [
			{ name: 'All Have to Hold', value: 'all' },
			{ name: 'One Has to Hold', value: 'any' },
		],
		default: 'all',
		description: 'How the conditions on fields and custom fields go together',
	},
	to: () => undefined,
};

const updatedSince: ClevertimField = {
	prop: {
		displayName: 'Updated Since',
		name: 'updatedSince',
		type: 'dateTime',
		default: '',
		description: 'Only records that were created or changed at this time or later',
	},
	to: (value, row) => {
		if (isBlank(value)) return undefined;
		const time = toTime(value, row.timezone, 'Updated Since');
		addCondition(row, WHERE, { path: 'lm', operator: 'since', value: time, type: 'time' });
		return undefined;
	},
};

function tagsFilter(
	displayName: string,
	name: string,
	operator: 'hasAny' | 'hasAll',
): ClevertimField {
	return {
		prop: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder: 'e.g. vip, website',
			description: 'Tags separated by commas, or a list from an expression',
		},
		to: (value, row) => {
			const tags = listOf(value).map(shown);
			if (tags.length === 0) return undefined;
			const condition = {
				path: 'tags',
				operator,
				value: JSON.stringify(tags),
				type: 'text',
			} as const;
			addCondition(row, WHERE, condition);
			return undefined;
		},
	};
}

function conditionsField(kind: KindName): ClevertimField {
	const fields = filterFieldsOf(kind);
	const options = fields.map(({ name, path }) => ({ name, value: path }));
	const prop = conditionRows('Conditions', 'conditions', {
		displayName: 'Field',
		name: 'field',
		type: 'options',
		options,
		default: 'id',
	});
	return {
		prop,
		to: async (value, row) => {
			for (const entry of entriesOf(value)) {
				const field = fields.find(({ path }) => path === entry.field);
				if (!field) {
					throw new InvalidValue(
						`'Conditions' names a field that does not exist: ${shown(entry.field)}`,
						`Use one of ${fields.map(({ path }) => path).join(', ')}.`,
					);
				}
				await addEntry(row, field, entry.operator, entry.value);
			}
			return undefined;
		},
	};
}

/** How custom fields are compared, by their type (§6.8). */
const CUSTOM_TYPES: Record<string, ValueType> = {
	date: 'day',
	user: 'id',
	contact: 'id',
	company: 'id',
	case: 'id',
	opportunity: 'id',
};

const LISTS: Record<ModelType, string> = {
	customers: 'listContactFields',
	companies: 'listCompanyFields',
	cases: 'listCaseFields',
	opportunities: 'listOpportunityFields',
};

function customFieldConditions(model: ModelType): ClevertimField {
	const prop = conditionRows('Custom Field Conditions', 'customFieldConditions', {
		displayName: 'Field Name or ID',
		name: 'field',
		type: 'options',
		typeOptions: { loadOptionsMethod: LISTS[model] },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	});
	return {
		prop,
		to: async (value, row) => {
			const entries = entriesOf(value);
			if (entries.length === 0) return undefined;
			const definitions = await row.session.customFields(model);
			for (const entry of entries) {
				const { id, name, elemType } = requireDefinition(definitions, entry.field);
				const type = isNumeric(entry.value, elemType)
					? 'number'
					: (CUSTOM_TYPES[elemType] ?? 'text');
				const field: FilterField = { name, path: `cf.${id}`, type, isUser: elemType === 'user' };
				await addEntry(row, field, entry.operator, entry.value);
			}
			return undefined;
		},
	};
}

/** An input field has no type of its own: numbers are compared as such. */
const isNumeric = (value: unknown, elemType: string): boolean =>
	elemType === 'input' && !isBlank(value) && Number.isFinite(Number(value));
