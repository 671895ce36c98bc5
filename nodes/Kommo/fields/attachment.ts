import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import type { KommoField } from './kommoField';
import { filledText, needed } from './values';

const shown = (source?: string): INodeProperties['displayOptions'] => ({
	show: { noteType: ['attachment'], ...(source ? { fileSource: [source] } : {}) },
});

const params = (key: string): INodeProperties['routing'] => ({
	send: { type: 'body', property: `params.${key}` },
});

/** The file of a note of type attachment: one that is stored already, or the item's own. */
export const attachmentFields: KommoField[] = [
	{
		prop: {
			displayName: 'File From',
			name: 'fileSource',
			type: 'options',
			options: [
				{ name: 'Binary Data of the Item', value: 'binary' },
				{ name: 'Stored File', value: 'stored' },
			],
			default: 'binary',
			displayOptions: shown(),
			description: 'Where the file comes from',
		},
		to: () => undefined,
	},
	{
		prop: {
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			displayOptions: shown('binary'),
			hint: 'The name of the input binary field containing the file to attach',
		},
		to: (value, row) => {
			const file = row.binary(String(value));
			// Validate Only shows this much: there is no UUID before the upload
			row.body('params', { file_name: file.name });
			row.before(async (body) => {
				const stored = await row.session.upload(file);
				body.params = {
					file_uuid: stored.uuid,
					version_uuid: stored.version_uuid,
					file_name: stored.name,
				};
			});
			return undefined;
		},
	},
	{
		prop: {
			displayName: 'File UUID',
			name: 'fileUuid',
			type: 'string',
			default: '',
			displayOptions: shown('stored'),
			placeholder: 'e.g. 7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d',
			description: 'UUID of a file that is stored in the account',
			routing: params('file_uuid'),
		},
		to: needed('File UUID', (value) => toUuid(value, 'File UUID')),
	},
	{
		prop: {
			displayName: 'Version UUID',
			name: 'versionUuid',
			type: 'string',
			default: '',
			displayOptions: shown('stored'),
			description: 'A certain version of the file; the latest when empty',
			routing: params('version_uuid'),
		},
		to: (value) => (isBlank(value) ? undefined : toUuid(value, 'Version UUID')),
	},
	{
		prop: {
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			displayOptions: shown('stored'),
			placeholder: 'e.g. offer.pdf',
			description: 'The name the card shows',
			routing: params('file_name'),
		},
		to: needed('File Name', filledText('File Name')),
	},
];

function toUuid(value: unknown, label: string): string {
	const text = String(value).trim();
	if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text;
	throw new InvalidValue(
		`'${label}' is not a UUID: ${text}`,
		'Take it from the file in the account.',
	);
}
