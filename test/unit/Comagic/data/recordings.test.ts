import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { addEnglish } from '../../../../nodes/Comagic/transport/decorateRows';
import { addLinks, attachRecordings } from '../../../../nodes/Comagic/transport/recordings';
import { filesOf } from '../../../../nodes/shared/recordFiles';

const origins = { app: 'https://app.uiscom.ru', media: 'https://media.uiscom.ru' };
const recordings = { origins, attach: async () => undefined };

const linked = (row: IDataObject): IDataObject => {
	addLinks(row, recordings);
	return row;
};

it('makes links of the brand for every kind of recording (§B.8)', () => {
	expect(
		linked({
			communication_id: 5,
			call_records: ['a', 'b/c'],
			wav_call_records: ['w'],
			voice_mail_records: [],
			full_record_file_link: '/5/a',
		}),
	).toMatchObject({
		call_records_links: [
			'https://app.uiscom.ru/system/media/talk/5/a/',
			'https://app.uiscom.ru/system/media/talk/5/b%2Fc/',
		],
		wav_call_records_links: ['https://app.uiscom.ru/system/media/wav/5/w/'],
		voice_mail_records_links: [],
		full_record_file_link: 'https://media.uiscom.ru/5/a',
	});
});

it('takes the call session where a leg names no communication, and leaves full links alone', () => {
	const row = linked({
		call_session_id: 9,
		call_records: ['a'],
		full_record_file_link: 'https://media.uiscom.ru/9/a',
	});
	expect(row.call_records_links).toEqual(['https://app.uiscom.ru/system/media/talk/9/a/']);
	expect(row.full_record_file_link).toBe('https://media.uiscom.ru/9/a');
});

it('adds nothing to a row without recordings', () => {
	expect(linked({ id: 1 })).toEqual({ id: 1 });
});

it('names files by kind and place, and says why one is missing', async () => {
	const row: IDataObject = { communication_id: 5, call_records: ['a', 'b'] };
	const file = { mimeType: 'audio/mpeg', data: '' } as IBinaryData;
	await attachRecordings([row], origins.app, async (url, name) =>
		url.endsWith('/b/') ? 'gone' : { ...file, fileName: name },
	);
	expect(filesOf(row)).toEqual({ recording_1: { ...file, fileName: '5-recording-1.mp3' } });
	expect(row.recordings_not_loaded).toEqual(['https://app.uiscom.ru/system/media/talk/5/b/: gone']);
});

it('puts English words beside the Russian ones', () => {
	const row: IDataObject = {
		visitor_type: 'Вернувшийся',
		form_type: 'Other',
		physical_state: null,
	};
	addEnglish(row);
	expect(row).toEqual({
		visitor_type: 'Вернувшийся',
		visitor_type_en: 'Returning',
		form_type: 'Other',
		form_type_en: 'Other',
		physical_state: null,
	});
});
