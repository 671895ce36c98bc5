import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import type { KindName } from '../kinds';
import { inWritingForm, merged, needsStored } from '../transport/merge';
import { checkRequired, checkStillFilled, withDefaults } from '../transport/required';
import type { ClevertimRow } from './clevertimField';

/** Last look at a new record: what the API requires of its kind, and what it is told always. */
export const checkCreate =
	(kind: KindName) =>
	(body: IDataObject): void => {
		checkRequired(kind, body);
		Object.assign(body, withDefaults(kind, body));
	};

/**
 * Last look at an update: it changes something, and is put on top of the stored record, so that
 * nothing is lost whichever way the server treats missing fields (fact sheet §4).
 */
export const checkUpdate =
	(kind: KindName) =>
	(body: IDataObject, row: ClevertimRow): void => {
		requireChange(body);
		const rules = row.session.rules('replace');
		if (rules.changedOnly) checkStillFilled(kind, body);
		if (!needsStored(body, rules)) return;
		row.amend((changes, stored) => {
			const complete = inWritingForm(kind, merged(changes, stored, rules));
			if (!rules.changedOnly) checkStillFilled(kind, changes, complete);
			Object.assign(changes, complete);
		});
	};

/** An update has to change something: an empty one would be sent for nothing. */
function requireChange(body: IDataObject): void {
	if (Object.keys(body).some((key) => key !== 'id')) return;
	throw new InvalidValue(
		"'Update Fields' is empty: there is nothing to change",
		'Add at least one field; custom fields that are left empty are not sent.',
	);
}
