import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { attachFiles, copyRecord, filesOf } from '../../../nodes/shared/recordFiles';

const file = (name: string): IBinaryData => ({ data: '', mimeType: 'audio/mpeg', fileName: name });

it('keeps the files of a record, and of a copy of it, apart from its values', () => {
	const record: IDataObject = { id: 1, parts: [1] };
	attachFiles(record, { one: file('a') });
	attachFiles(record, { two: file('b') });
	const copy = copyRecord(record);
	expect(filesOf(copy)).toEqual({ one: file('a'), two: file('b') });
	expect(copy).toEqual({ id: 1, parts: [1] });
	expect(copy.parts).not.toBe(record.parts);
	expect(filesOf({ id: 1 })).toBeUndefined();
});
