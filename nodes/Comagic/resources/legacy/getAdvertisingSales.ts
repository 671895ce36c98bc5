import { dateRange } from '../../fields/legacyDates';
import { customer, filters, flag, site } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getAdvertisingSales = legacyRead({
	name: 'Get Advertising Sales',
	value: 'getAdvertisingSales',
	action: 'Get advertising sales',
	description: 'Get sales with the advertising that led to them',
	path: 'v1/advertising_sales/',
	noun: 'sale',
	fields: [
		site(true),
		...dateRange,
		customer(),
		...limits,
		filters([
			flag('Only First', 'onlyFirst', 'only_first', 'Whether to return only first communications'),
			flag(
				'Only Quality',
				'onlyQuality',
				'only_quality',
				'Whether to return only communications of quality',
			),
		]),
	],
	hasDates: true,
});
