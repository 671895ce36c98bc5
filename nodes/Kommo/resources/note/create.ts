import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import { attachmentFields } from '../../fields/attachment';
import { entityField, entityTypeField } from '../../fields/entity';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { createOptions } from '../../fields/options';
import { additionalFields, dateField, userField } from '../../fields/plain';
import { yesNo } from '../../fields/values';
import { CALLS, NOTE_TYPES, paramsByType } from './params';

const noteType: KommoField = {
	prop: {
		displayName: 'Note Type',
		name: 'noteType',
		type: 'options',
		options: NOTE_TYPES,
		default: 'common',
		description: 'The kind of note. Email notes can be read but not written through the API.',
		routing: { send: { type: 'body', property: 'note_type' } },
	},
	to: (value) => {
		if (NOTE_TYPES.some((type) => type.value === value)) return value;
		throw new InvalidValue(
			`'Note Type' cannot be written: ${shown(value)}`,
			`Use one of ${NOTE_TYPES.map((type) => type.value).join(', ')}. Others, such as email notes, can only be read.`,
		);
	},
};

/** Call statistics count a call for the user who is both author and responsible (§4.8). */
function completeCall(body: IDataObject): void {
	if (!CALLS.some((type) => type === body.note_type)) return;
	const user = body.responsible_user_id ?? body.created_by;
	if (user === undefined) return;
	body.responsible_user_id ??= user;
	body.created_by ??= user;
}

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create note',
		description: 'Add notes to cards, many in one request',
		routing: { request: { method: 'POST', url: '/api/v4/{entityType}/notes' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.notes',
	noun: 'note',
	fields: [
		entityTypeField({ path: 'entityType' }),
		entityField({ property: 'entity_id' }),
		noteType,
		...paramsByType,
		...attachmentFields,
		additionalFields([
			dateField('Created At', 'createdAt', 'created_at'),
			userField('Created By', 'createdBy', 'created_by'),
			userField('Responsible User', 'responsibleUserId', 'responsible_user_id'),
			{
				prop: {
					displayName: 'Trigger Digital Pipeline',
					name: 'triggerDigitalPipeline',
					type: 'boolean',
					default: true,
					description: 'Whether the note starts the automations of the pipeline',
					routing: { send: { type: 'body', property: 'is_need_to_trigger_digital_pipeline' } },
				},
				to: yesNo('Trigger Digital Pipeline'),
			},
		]),
		createOptions(),
	],
	check: completeCall,
	note: 'A call is written with the same user as author and responsible when only one of them is given: the call statistics want it so.',
};
