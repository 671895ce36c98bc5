import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.media_files',
	name: 'Get',
	value: 'get',
	action: 'Get media file',
	description: 'Get a media file by its ID',
	noun: 'media file',
	reference: 'mediaFile',
});
