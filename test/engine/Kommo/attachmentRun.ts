import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { FaultAction, KommoSandbox, LoggedRequest } from '../../../sandbox/kommo';
import type { StoredNote } from '../../../sandbox/kommo/model';
import { binaryItem } from '../../support/engine';
import { byId, runnerOf } from './kommoRunner';

export const PART = 524_288;
export const SESSIONS = '/v1.0/sessions';
export const PARTS = '/v1.0/sessions/upload/*';
export const NOTES = '/api/v4/leads/notes';

/** A note on lead 7001 with the file in the item's binary field `data`. */
export const attach: INodeParameters = {
	noteType: 'attachment',
	entityType: 'leads',
	entityId: byId('7001'),
	fileSource: 'binary',
	binaryPropertyName: 'data',
};

export const file = (content: Buffer | string, fileName = 'offer.pdf'): INodeExecutionData =>
	binaryItem({}, { data: { content, fileName, mimeType: 'application/pdf' } });

/** Bytes that differ from place to place, so that a part in the wrong place is seen. */
export const bytesOf = (size: number): Buffer =>
	Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 11)) % 251));

export const answer = (body: unknown, status = 200): FaultAction => ({
	type: 'status',
	status,
	body,
});

/** Attaches files in the sandbox's account `kommo`, and looks there. */
export function attachmentsIn(sandbox: () => KommoSandbox) {
	const note = runnerOf(sandbox, 'note');
	const account = () => sandbox().accounts.kommo;
	return {
		account,
		attached: async (
			items: INodeExecutionData[],
			more: INodeParameters = {},
			settings?: Parameters<typeof note>[3],
		) => await note('create', { ...attach, ...more }, items, settings),
		/** Every request so far, as `GET /api/v4/account`. */
		paths: (): string[] =>
			sandbox()
				.requests()
				.map(({ method, path }) => `${method} ${path}`),
		asked: (path: string): LoggedRequest[] => sandbox().requests({ path }),
		storedNotes: (): StoredNote[] =>
			[...account().store.notes.values()].filter(({ note_type }) => note_type === 'attachment'),
		contentOf: (version: unknown): Buffer | undefined =>
			account().store.fileContents.get(String(version)),
	};
}
