import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { refuseRepeatedFields } from './customFieldValues';
import type { KommoRow } from './kommoField';

/** An update has to change something: the API would take an empty one and do nothing. */
export function requireChange(body: IDataObject, row: KommoRow): void {
	const changes = Object.keys(body).filter((key) => key !== 'id');
	if (changes.length > 0) return;
	throw new InvalidValue(
		"'Update Fields' is empty: there is nothing to change",
		row.parameter('customFields') === null
			? 'Add at least one field.'
			: 'Add at least one field, or fill a custom field: empty ones are not sent. To link cards and change nothing else, use the resource Link.',
	);
}

/** Both ways of changing tags in one request would contradict each other (fact sheet §4.9). */
export function refuseMixedTags(body: IDataObject): void {
	const replaces = body._embedded !== undefined;
	if (!replaces || (body.tags_to_add === undefined && body.tags_to_delete === undefined)) return;
	throw new InvalidValue(
		"'Tags' replaces all tags and cannot be combined with 'Tags to Add' or 'Tags to Remove'",
		'Use either the complete list or the changes.',
	);
}

export function checkUpdate(body: IDataObject, row: KommoRow): void {
	requireChange(body, row);
	refuseMixedTags(body);
	refuseRepeatedFields(body, row);
}

export function requireTags(tags: unknown): void {
	if (Array.isArray(tags) && tags.length > 0) return;
	throw new InvalidValue(
		"'Tag Names or IDs' and 'Tag Names' are both empty",
		'Choose tags from the list, or enter names.',
	);
}
