import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';

/** Records of a call are all WAV or all MP3 (fact sheet §B.8). */
export function oneKindOfRecords(body: IDataObject): void {
	if (body.wav_records === undefined || body.mp3_records === undefined) return;
	throw new InvalidValue(
		"'WAV Records' and 'MP3 Records' are both filled",
		'A call has records of one kind; remove the others.',
	);
}
