import { listOperation } from '../../fields/operations';

export const visitorSessions = listOperation({
	method: 'get.visitor_sessions_report',
	name: 'Visitor Sessions',
	value: 'visitorSessions',
	action: 'Get visitor sessions',
	description: 'Get visits of the sites',
	noun: 'visitor session',
});
