import { dateRange } from '../../fields/legacyDates';
import {
	campaign,
	customer,
	filters,
	idField,
	site,
	tag,
	visitor,
} from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getGoalStats = legacyRead({
	name: 'Get Goal Stats',
	value: 'getGoalStats',
	action: 'Get goal stats',
	description: 'Get the goals that were reached on a site',
	path: 'v1/goal/',
	noun: 'goal',
	fields: [
		site(true),
		...dateRange,
		customer(),
		...limits,
		filters([campaign, tag, visitor, idField('Goal ID', 'goalId', 'id')]),
	],
	hasDates: true,
});
