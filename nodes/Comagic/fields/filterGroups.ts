import type { INodePropertyOptions } from 'n8n-workflow';

import type { OutField, ValueType } from '../catalogue/method';

/** Operators of the list grammar (fact sheet §B.4), as the form calls them. */
const OPERATOR_NAMES = {
	'=': 'Equals',
	'!=': 'Does Not Equal',
	'<': 'Less Than / Before',
	'<=': 'Less Than or Equal / Until',
	'>': 'Greater Than / After',
	'>=': 'Greater Than or Equal / From',
	like: 'Like (% Is Any Text)',
	not_like: 'Not Like',
	ilike: 'Like, Any Letter Case',
	not_ilike: 'Not Like, Any Letter Case',
	regexp: 'Matches Regular Expression',
	jsquery: 'Matches JSQuery',
	in: 'Is One Of',
	not_in: 'Is Not One Of',
	overlap: 'Has One Of',
	not_overlap: 'Has None Of',
	is_null: 'Is Empty',
	is_not_null: 'Is Not Empty',
} as const;

export type Operator = keyof typeof OPERATOR_NAMES;

/** Operators that compare with nothing. */
export const UNARY: readonly Operator[] = ['is_null', 'is_not_null'];
/** Operators that compare with a list. */
export const LISTED: readonly Operator[] = ['in', 'not_in', 'overlap', 'not_overlap'];

export interface FilterGroup {
	/** Name in the form's data. */
	name: string;
	displayName: string;
	/** Dropdown of the fields it suits. */
	load: string;
	types: ValueType[];
	operators: Operator[];
}

const NULLS: Operator[] = ['is_null', 'is_not_null'];
const EQUALS: Operator[] = ['=', '!='];
const ORDER: Operator[] = ['<', '<=', '>', '>='];
const AMONG: Operator[] = ['in', 'not_in'];
const TEXT: Operator[] = ['like', 'not_like', 'ilike', 'not_ilike', 'regexp'];

/** Kinds of conditions, with what the vendor allows for the types of their fields (§B.4). */
export const FILTER_GROUPS: FilterGroup[] = [
	group('choice', 'Choice', 'ChoiceFields', ['enum'], [...EQUALS, ...AMONG, ...NULLS]),
	group('date', 'Date', 'DateFields', ['datetime', 'date'], [...EQUALS, ...ORDER, ...NULLS]),
	group(
		'list',
		'List or Object',
		'ListFields',
		['array', 'object'],
		['jsquery', 'overlap', 'not_overlap', ...NULLS],
	),
	group('number', 'Number', 'NumberFields', ['number'], [...EQUALS, ...ORDER, ...AMONG, ...NULLS]),
	group('text', 'Text', 'TextFields', ['string', 'any'], [...EQUALS, ...TEXT, ...AMONG, ...NULLS]),
	group('yesNo', 'Yes or No', 'YesNoFields', ['boolean'], [...EQUALS, ...NULLS]),
];

function group(
	name: string,
	displayName: string,
	plural: string,
	types: ValueType[],
	operators: Operator[],
): FilterGroup {
	return { name, displayName: `${displayName} Condition`, load: `get${plural}`, types, operators };
}

/** The kind of condition that a field takes. */
export function groupOf({ type }: OutField): FilterGroup | undefined {
	return FILTER_GROUPS.find(({ types }) => types.includes(type));
}

/** The form's word for an operator: a value that starts with `=` would be an expression. */
export const formValue = (operator: Operator): string =>
	operator === '=' ? EQUALS_WORD : operator;

const EQUALS_WORD = 'equals';

/** The operator that a form or JSON names; null for an unknown one. */
export function toOperator(value: string): Operator | null {
	const word = value.trim().toLowerCase();
	const operator = word === EQUALS_WORD ? '=' : word;
	return isOperator(operator) ? operator : null;
}

export const operatorOptions = (operators: Operator[]): INodePropertyOptions[] =>
	operators
		.map((value) => ({ name: OPERATOR_NAMES[value], value: formValue(value) }))
		.sort((a, b) => a.name.localeCompare(b.name));

const isOperator = (value: string): value is Operator => Object.hasOwn(OPERATOR_NAMES, value);
