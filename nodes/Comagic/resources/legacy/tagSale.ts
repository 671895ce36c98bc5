import { InvalidValue } from '../../../shared/invalidValue';
import { isBlank } from '../../../shared/readFields';
import { shown } from '../../../shared/shown';
import { tagging } from '../../fields/legacyTagging';
import { toMoment } from '../../fields/moments';

export const tagSale = tagging({
	name: 'Tag Sale',
	value: 'tagSale',
	action: 'Tag sale',
	description: 'Note a sale on a call, chat, goal or offline message',
	path: 'v1/tag_communication_sale/',
	fields: [
		{
			prop: {
				displayName: 'Cost',
				name: 'cost',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. 4500.50',
				description: 'Amount of the sale',
				routing: { send: { type: 'body', property: 'cost' } },
			},
			to: (value) => {
				const amount = Number(shown(value).trim());
				if (Number.isFinite(amount)) return amount;
				throw new InvalidValue(
					`'Cost' is not an amount: ${shown(value)}`,
					'Enter a number such as 4500 or 4500.50.',
				);
			},
		},
		{
			prop: {
				displayName: 'Date and Time',
				name: 'dateTime',
				type: 'dateTime',
				default: '',
				description: 'When the sale was made, in the time zone of the account; empty: not sent',
				routing: { send: { type: 'body', property: 'date_time' } },
			},
			to: (value, row) =>
				isBlank(value) ? undefined : toMoment(value, row.timezone, 'Date and Time').text,
		},
	],
});
