import { dateRange } from '../../fields/legacyDates';
import { customer, site } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getOfflineMessages = legacyRead({
	name: 'Get Offline Messages',
	value: 'getOfflineMessages',
	action: 'Get offline messages',
	description: 'Get the requests that visitors left in forms',
	path: 'v1/offline_message/',
	noun: 'offline message',
	fields: [...dateRange, site(), customer(), ...limits],
	hasDates: true,
});
