import type { ClevertimField } from '../../fields/clevertimField';
import { customerField } from '../../fields/customer';
import { bodyField, fileFields, longText, tagsField, textField } from '../../fields/plain';
import { userField } from '../../fields/users';
import { amount, currency } from '../../fields/values';
import { visibilityField } from '../../fields/visibility';

/** What can be written on an opportunity beside name, customer and custom fields (fact sheet §6.3). */
export const opportunityFields: ClevertimField[] = [
	bodyField('Currency', 'currency', 'currency', currency('Currency'), { placeholder: 'e.g. GBP' }),
	longText('Description', 'description', 'description'),
	...fileFields,
	userField('Lead User', 'leadUser', 'leadUser'),
	textField('Status', 'status', 'status', {
		placeholder: 'e.g. Won',
		description:
			'Name of the pipeline state as the account shows it; Open, Closed, Won and Lost unless renamed',
	}),
	tagsField,
	bodyField('Value', 'value', 'value', amount('Value'), {
		placeholder: 'e.g. 1000.50',
		description: 'The amount; the service keeps it as a text',
	}),
	visibilityField,
];

export const opportunityFieldsWithCustomer = [...opportunityFields, customerField];
