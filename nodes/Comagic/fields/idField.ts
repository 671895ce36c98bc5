import type { Param } from '../catalogue/method';
import type { ComagicField } from './comagicField';
import { camelCase } from './labels';
import { REFERENCES, referenceModes, type ReferenceName } from './references';
import { toWireValue } from './wireValue';

/** The record an operation is about: `tagId`. */
export function idField(noun: string, reference?: ReferenceName): ComagicField {
	const displayName = noun.replace(/\b\w/g, (letter) => letter.toUpperCase());
	const name = `${camelCase(noun.replace(/ /g, '_'))}Id`;
	const label = reference ? displayName : `${displayName} ID`;
	return {
		prop: {
			displayName: label,
			name,
			required: true,
			...(reference && !('byNumber' in REFERENCES[reference])
				? {
						type: 'resourceLocator' as const,
						default: { mode: 'list', value: '' },
						modes: referenceModes(reference),
					}
				: { type: 'string' as const, default: '', placeholder: 'e.g. 1234' }),
			routing: { send: { type: 'body', property: 'id' } },
		},
		to: (value, row) => {
			const id = toId(value, label);
			row.path('id', id);
			return id;
		},
	};
}

const ID: Omit<Param, 'name'> = {
	type: 'number',
	required: true,
	choices: null,
	limits: null,
	children: [],
};

const toId = (value: unknown, label: string): number =>
	Number(toWireValue({ ...ID, name: 'id' }, value, { label, zone: 'utc' }));

export function idToBody(noun: string): NonNullable<ComagicField['to']> {
	const label = noun.replace(/\b\w/g, (letter) => letter.toUpperCase());
	return (value) => toId(value, label);
}
