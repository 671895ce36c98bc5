import { ELEMENT_TYPES, MODEL_TYPES } from '../../codes';
import type { ClevertimField } from '../../fields/clevertimField';
import { bodyField, codeField, textsField } from '../../fields/plain';
import { listOf, toCode, yesNo } from '../../fields/values';

export const typeField: ClevertimField = codeField(
	'Type',
	'elementType',
	'elemType',
	ELEMENT_TYPES,
	{
		default: 'input',
		description: 'What the field holds; changing it later can make stored values invalid',
	},
);

/** A non-empty list; `customers` on the wire are contacts (fact sheet §6.8, §10.4). */
export const modelsField: ClevertimField = bodyField(
	'Records',
	'models',
	'modelType',
	(value) => {
		const models = listOf(value).map((one) => toCode(one, 'Records', MODEL_TYPES));
		return models.length === 0 ? undefined : models;
	},
	{
		type: 'multiOptions',
		options: MODEL_TYPES,
		default: ['customers'],
		description: 'Which records have the field',
	},
);

export const optionsField: ClevertimField = textsField('Options', 'selectOptions', 'values', {
	placeholder: 'e.g. Gold, Silver, Bronze',
	description: 'What can be chosen, separated by commas; for the type Select, which needs them',
});

export const multipleField: ClevertimField = bodyField(
	'Several Values',
	'multiple',
	'multiple',
	yesNo('Several Values'),
	{
		type: 'boolean',
		default: false,
		description: 'Whether a record may have several values in this field',
	},
);
