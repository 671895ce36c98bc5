import type { ComagicField } from '../../fields/comagicField';
import { dateRange } from '../../fields/legacyDates';
import { campaign, customer, filters, isOn, site } from '../../fields/legacyFields';
import { legacyRead } from '../../fields/legacyOperations';
import { TOTALS } from '../../transport/legacyReads';

/** The old client asked for [day, last day] instead of one day: sums that overlap (fact sheet §A.3). */
const byDate: ComagicField = {
	prop: {
		displayName: 'By Date',
		name: 'byDate',
		type: 'boolean',
		default: false,
		description:
			'Whether to return a row for every day instead of one for the whole range; takes one request a day',
	},
	to: (value, row) => {
		row.query(TOTALS, isOn(value, 'By Date') ? 'day' : 'whole');
		return undefined;
	},
};

export const getSummaryStats = legacyRead({
	name: 'Get Summary Stats',
	value: 'getSummaryStats',
	action: 'Get summary stats',
	description: 'Get the totals of a site, for a range or for each of its days',
	path: 'v1/stat/',
	noun: 'statistics',
	note: 'Rows say with `date` which day they are about (the first one of a range) and with `total` whether they are about the whole range.',
	fields: [site(true), ...dateRange, byDate, customer(), filters([campaign])],
	hasDates: true,
});
