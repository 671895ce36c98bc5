import { attachmentFields } from '../../fields/attachment';
import { entityField, entityTypeField } from '../../fields/entity';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { createOptions } from '../../fields/options';
import { additionalFields, dateField, userField } from '../../fields/plain';
import { NOTE_TYPES, paramsByType } from './params';

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
};

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create note',
		description: 'Add notes to cards, many in one request',
		routing: { request: { method: 'POST', url: '/api/v4/{entityType}/notes' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
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
			},
		]),
		createOptions(),
	],
};
