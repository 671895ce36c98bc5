import { listOperation } from '../../fields/operations';

export const getUploadedCalls = listOperation({
	method: 'get.uploaded_calls',
	name: 'Get Uploaded Calls',
	value: 'getUploadedCalls',
	action: 'Get uploaded calls',
	description: 'Get uploaded calls with the status of their records',
	noun: 'call',
	params: {
		// in the page's table, not in its template: nobody knows whether it is needed
		report_id: { required: false, description: 'Asked for by one page of the documentation' },
	},
});
