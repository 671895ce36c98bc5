import { customer, idField } from '../../fields/legacyFields';
import { legacyRead } from '../../fields/legacyOperations';

export const getSession = legacyRead({
	name: 'Get Session',
	value: 'getSession',
	action: 'Get session',
	description: 'Get what is known of a visit to a site',
	path: 'v1/session_info/',
	noun: 'session',
	fields: [
		idField('Visitor Session ID', 'visitorSessionId', 'session_id', { required: true }),
		customer(),
	],
});
