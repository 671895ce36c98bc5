import type { ClevertimField } from './clevertimField';
import { locator } from './locators';
import { notice } from './plain';

/** Fact sheet §4: upload and download of contents are not part of the API. */
export const metadataNotice: ClevertimField = notice(
	'metadataNotice',
	'The service gives names and places of files and folders only: contents can be neither uploaded nor downloaded.',
);

/** The folder something lies in; empty leaves it where it is, or in the root. */
export const parentField = (displayName: string): ClevertimField =>
	locator({
		displayName,
		name: 'parentId',
		kind: 'folder',
		property: 'parentId',
		required: false,
		isReference: true,
	});
