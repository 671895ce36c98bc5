import { dateRange } from '../../fields/legacyDates';
import { campaign, customer, filters, flag, site, tag } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getCommunicationStats = legacyRead({
	name: 'Get Communication Stats',
	value: 'getCommunicationStats',
	action: 'Get communication stats',
	description: 'Get the communications of a site: calls, chats, requests',
	path: 'v1/communication/',
	noun: 'communication',
	fields: [
		site(true),
		...dateRange,
		customer(),
		...limits,
		filters([
			campaign,
			tag,
			flag(
				'Only First',
				'onlyFirst',
				'only_first',
				'Whether to return only the first communication of each visitor',
			),
			flag(
				'Show Not Goal',
				'showNotGoal',
				'show_not_goal',
				'Whether to return communications that are marked as not targeted, too',
			),
		]),
	],
	hasDates: true,
});
