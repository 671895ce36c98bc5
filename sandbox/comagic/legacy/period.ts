/** Dates of the Session API: `date_till` itself does not belong to the range (§A.3). */
import { fromLocal } from '../localTime';
import type { Period } from '../seed/traffic';
import { wrongParameter } from './problems';

export function legacyPeriod(params: Readonly<Record<string, string>>): Period | undefined {
	const { date_from, date_till } = params;
	if (date_from === undefined && date_till === undefined) return undefined;
	const fromMs = date_from === undefined ? -Infinity : fromLocal(date_from);
	const toMs = date_till === undefined ? Infinity : fromLocal(date_till);
	if (fromMs === undefined) throw wrongParameter('date_from');
	if (toMs === undefined) throw wrongParameter('date_till');
	return { fromMs, toMs };
}
