import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import type { ComagicField, ComagicOperation } from './comagicField';
import { customer, toId } from './legacyFields';
import { optionsOf, transportOptions, validateOnly } from './options';

const TYPES = [
	{ name: 'Call', value: 'call' },
	{ name: 'Chat', value: 'chat' },
	{ name: 'Goal', value: 'goal' },
	{ name: 'Offline Message', value: 'offline_message' },
];

/** What a tag is put on (fact sheet §A.5). */
const communication: ComagicField[] = [
	{
		prop: {
			displayName: 'Communication Type',
			name: 'objectType',
			type: 'options',
			options: TYPES,
			default: 'call',
			routing: { send: { type: 'body', property: 'object_type' } },
		},
		to: (value) => {
			if (TYPES.some((one) => one.value === value)) return value;
			throw new InvalidValue(
				`'Communication Type' does not exist: ${shown(value)}`,
				`Use one of ${TYPES.map((one) => one.value).join(', ')}.`,
			);
		},
	},
	{
		prop: {
			displayName: 'Communication ID',
			name: 'objectId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1234',
			routing: { send: { type: 'body', property: 'object_id' } },
		},
		to: toId('Communication ID'),
	},
];

interface Tagging {
	name: string;
	value: string;
	action: string;
	description: string;
	path: string;
	fields: ComagicField[];
	query?: ComagicOperation['query'];
	/** Further options of the operation. */
	options?: ComagicField[];
}

/** A write about the tags of one communication; the answer says nothing but that it went well. */
export function tagging(use: Tagging): ComagicOperation {
	const { name, value, action, description, path, fields, query, options = [] } = use;
	return {
		option: {
			name,
			value,
			action,
			description,
			routing: { request: { method: 'POST', url: `session/${path}` } },
		},
		kind: 'write',
		root: 'data',
		noun: 'tag',
		answersNothing: true,
		...(query ? { query } : {}),
		fields: [
			...communication,
			...fields,
			customer('body'),
			optionsOf([validateOnly, ...options, ...transportOptions]),
		],
	};
}
