import type { KommoField } from '../../fields/kommoField';
import { authorship, dateField, textField } from '../../fields/plain';
import { pipelineAndStage } from '../../fields/stage';
import { lossReason, price } from '../../fields/values';

const priceField: KommoField = {
	prop: {
		displayName: 'Price',
		name: 'price',
		type: 'number',
		default: 0,
		description: 'Whole amount in the currency of the account',
		routing: { send: { type: 'body', property: 'price' } },
	},
	to: price('Price'),
};

const lossReasonField: KommoField = {
	prop: {
		displayName: 'Loss Reason Name or ID',
		name: 'lossReasonId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getLossReasons' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		routing: { send: { type: 'body', property: 'loss_reason_id' } },
	},
	to: lossReason('Loss Reason'),
};

/** What can be written on a lead beside its name, tags and custom fields (fact sheet §4.1). */
export function leadFields(parent: string, isUpdate: boolean): KommoField[] {
	return [
		...authorship,
		dateField('Closed At', 'closedAt', 'closed_at', { description: 'When the lead was closed' }),
		lossReasonField,
		...pipelineAndStage(parent, isUpdate),
		priceField,
		...(isUpdate ? [] : [visitor]),
	];
}

const visitor = textField('Visitor UID', 'visitorUid', 'visitor_uid', {
	description: 'Visitor of the website the lead came from',
});
