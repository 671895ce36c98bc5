import type { ClevertimField } from '../../fields/clevertimField';
import { customerField } from '../../fields/customer';
import { fileFields, longText, tagsField } from '../../fields/plain';
import { userField } from '../../fields/users';
import { visibilityField } from '../../fields/visibility';

/** What can be written on a case beside name and custom fields (fact sheet §6.4). */
export const caseFields: ClevertimField[] = [
	customerField,
	longText('Description', 'description', 'description'),
	...fileFields,
	userField('Lead User', 'leadUser', 'leadUser'),
	tagsField,
	visibilityField,
];
