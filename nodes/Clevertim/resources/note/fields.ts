import { NOTE_TYPES } from '../../codes';
import type { ClevertimField } from '../../fields/clevertimField';
import { customersField } from '../../fields/customer';
import { reference } from '../../fields/locators';
import { codeField, fileFields } from '../../fields/plain';
import { visibilityField } from '../../fields/visibility';

/** What can be written on a note beside its text (fact sheet §6.6). */
export const noteFields: ClevertimField[] = [
	reference('Case', 'caseId', 'case', 'case'),
	customersField,
	...fileFields,
	reference('Opportunity', 'opportunityId', 'opportunity', 'opportunity'),
	codeField('Type', 'noteType', 'type', NOTE_TYPES, { default: 'N' }),
	visibilityField,
];
