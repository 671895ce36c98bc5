import { uploadOperation } from '../../fields/uploads';

export const sessions = uploadOperation({
	method: 'upload.sessions',
	name: 'Upload Sessions',
	value: 'sessions',
	action: 'Upload sessions',
	description: 'Load visits; up to 50 items go into one request',
	noun: 'session',
	max: 50,
	answer: { pairBy: ['ext_id'] },
});
