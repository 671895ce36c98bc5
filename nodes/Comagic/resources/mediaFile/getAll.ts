import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.media_files',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many media files',
	description: 'Get media files, with filters and order',
	noun: 'media file',
});
