import { uploadOperation } from '../../fields/uploads';
import { oneKindOfRecords } from './oneKindOfRecords';

export const calls = uploadOperation({
	method: 'upload.calls',
	name: 'Upload Calls',
	value: 'calls',
	action: 'Upload calls',
	description: 'Load past calls; up to 50 items go into one request, which costs five points',
	noun: 'call',
	max: 50,
	answer: 'nothing',
	note: 'Records are loaded later; `Get Uploaded Calls` tells their status. A call whose external ID is known already is ignored.',
	check: oneKindOfRecords,
});
