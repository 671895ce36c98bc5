import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import type { MatchKey } from '../../shared/matchKey';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import { fieldKey, severalValues } from '../matching/fieldKey';
import { emailKey, idKey, nameKey, openLeadKey, phoneKey, queryKey } from '../matching/matchKeys';
import { withContact, withField, withName, withoutCleared } from '../matching/newRecord';
import type { CustomFieldDefinition, CustomFieldValue, EntityType } from '../model';
import { DATES } from './customFields/fieldTypes';
import { findField } from './customFields/findField';
import { toWireValues } from './customFields/toWireValues';
import { toId } from './ids';
import { aliasesOf, findFieldOrKind } from './fieldAliases';
import type { KommoField, KommoRow } from './kommoField';
import { needed } from './values';

export type MatchBy = 'contact' | 'customField' | 'email' | 'id' | 'name' | 'phone' | 'query';

interface Choice {
	name: string;
	description: string;
	/** Instead of the description, where a miss creates a record. */
	creating?: string;
}

const CHOICES: Record<MatchBy, Choice> = {
	contact: {
		name: 'Contact With an Open Lead',
		description: 'The open lead of a contact: not won, not lost',
	},
	customField: { name: 'Custom Field', description: 'The exact value of a custom field' },
	email: { name: 'Email', description: 'The address, whatever its letter case' },
	id: {
		name: 'ID',
		description: 'The number of the record',
		creating:
			'The number of the record; where none has it, a record with another number is created',
	},
	name: { name: 'Name', description: 'The whole name, whatever its letter case' },
	phone: {
		name: 'Phone',
		description: 'The number in any spelling, with or without its country code',
	},
	query: { name: 'Text', description: "Whatever the account's own fuzzy search gives" },
};

const LISTS: Record<EntityType, string> = {
	leads: 'listLeadFields',
	contacts: 'listContactFields',
	companies: 'listCompanyFields',
	customers: 'listCustomerFields',
};

/** What to look for: by what, in which custom field, which value. */
export function matchFields(
	entityType: EntityType,
	choices: MatchBy[],
	mode: 'find' | 'upsert',
): KommoField[] {
	// eslint-disable-next-line n8n-nodes-base/node-param-default-missing -- the default is computed
	const by: INodeProperties = {
		displayName: 'Match By',
		name: 'matchBy',
		type: 'options',
		options: choices.map((value) => {
			const { name, description, creating = description } = CHOICES[value];
			return { name, value, description: mode === 'upsert' ? creating : description };
		}),
		default: choices.includes('phone') ? 'phone' : 'contact',
		description: 'What tells that a stored record is the one',
	};
	const field: INodeProperties = {
		displayName: 'Custom Field Name or ID',
		name: 'matchFieldId',
		type: 'options',
		typeOptions: { loadOptionsMethod: LISTS[entityType] },
		default: '',
		displayOptions: { show: { matchBy: ['customField'] } },
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	};
	const value: INodeProperties = {
		displayName: 'Value to Match',
		name: 'matchValue',
		type: 'string',
		default: '',
		required: true,
		description: 'The phone, address, text or number to look for',
	};
	const setKey = async (wanted: unknown, row: KommoRow): Promise<undefined> => {
		const chosen = shown(row.parameter('matchBy'));
		const make = choices.find((choice) => choice === chosen);
		if (!make) throw new InvalidValue(`'Match By' does not exist: ${chosen}`, choiceList(choices));
		if (mode === 'upsert') row.completeNew(withoutCleared);
		row.match(await KEYS[make]({ wanted, entityType, row, mode }));
		return undefined;
	};
	return [
		{ prop: by, to: () => undefined },
		{ prop: field, to: needed(field.displayName, () => undefined) },
		{ prop: value, to: setKey },
	];
}

interface KeyInput {
	wanted: unknown;
	entityType: EntityType;
	row: KommoRow;
	mode: 'find' | 'upsert';
}

const LABEL = 'Value to Match';

/** Each makes its key, and sees to it that a new record can be found by it later. */
const KEYS: Record<MatchBy, (input: KeyInput) => Promise<MatchKey>> = {
	phone: async (input) => await codedKey('PHONE', phoneKey, input),
	email: async (input) => await codedKey('EMAIL', emailKey, input),
	name: async ({ wanted, row }) => {
		row.completeNew((body) => withName(body, shown(wanted).trim()));
		return await Promise.resolve(nameKey(shown(wanted)));
	},
	id: async ({ wanted, entityType }) =>
		await Promise.resolve(idKey(toId(wanted, LABEL, entityType))),
	query: async ({ wanted }) => await Promise.resolve(queryKey(shown(wanted))),
	contact: async ({ wanted, row }) => {
		const id = toId(wanted, LABEL, 'contacts');
		row.completeNew((body) => withContact(body, id));
		return await Promise.resolve(openLeadKey(id));
	},
	customField: async ({ wanted, entityType, row }) => {
		const definitions = await row.session.lookups.customFields(entityType);
		const named = shown(row.parameter('matchFieldId'));
		const { field } = findFieldOrKind(definitions, named, aliasesOf(row));
		// days are those of the account's zone; other values do without the request
		const zone = DATES.has(field.type) ? await row.session.lookups.timezone() : null;
		const values = wireValues(field, wanted, row, zone);
		const key = fieldKey(field, values, zone ?? row.timezone);
		row.completeNew((body) => withField(body, field, values, key));
		return key;
	},
};

/** A phone or an e-mail; definitions are needed only where a record may be created. */
async function codedKey(
	code: 'PHONE' | 'EMAIL',
	make: (text: string) => MatchKey,
	{ wanted, entityType, row, mode }: KeyInput,
): Promise<MatchKey> {
	const text = oneText(wanted, code === 'PHONE' ? 'a phone' : 'an email');
	const key = make(text);
	if (mode === 'find') return key;
	const field = findField(await row.session.lookups.customFields(entityType), code);
	const values = wireValues(field, text, row, null);
	row.completeNew((body) => withField(body, field, values, key));
	return key;
}

function wireValues(
	field: CustomFieldDefinition,
	value: unknown,
	row: KommoRow,
	accountTimezone: string | null,
): CustomFieldValue[] {
	const warn = (message: string) => row.warn(message);
	return toWireValues(field, value, { timezone: row.timezone, accountTimezone, warn });
}

/** One phone or address, also as this node gives it: a list of one, or `{ value, kind }`. */
function oneText(value: unknown, label: string): string {
	const list: unknown[] = Array.isArray(value) ? value : [value];
	const [first, ...others] = list;
	const text = shown(isRecord(first) ? first.value : first).trim();
	if (others.length > 0 || /[\r\n,;]/.test(text)) throw severalValues(label);
	return text;
}

function choiceList(choices: MatchBy[]): string {
	return `Use one of ${choices.join(', ')}.`;
}
