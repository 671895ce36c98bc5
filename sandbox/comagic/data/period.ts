/** `date_from` and `date_till` of reports (§B.4). */
import { addMonths, fromLocal } from '../localTime';
import { invalid, RpcError } from '../rpc/errors';
import type { Period } from '../seed/traffic';
import type { DataCall } from './call';

const DAY_MS = 86_400_000;

/** Longest ranges that are not three months, in days. */
const LONGEST: Readonly<Record<string, number>> = {
	'get.campaign_daily_stat': 90,
	'get.chat_messages_report': 30,
};
const FLAT_REPORT_DAYS = 366;

/**
 * @returns undefined when the method is called without dates
 * @throws RpcError date_interval_limit_reached, invalid_parameter_value
 */
export function periodOf(call: DataCall): Period | undefined {
	const { date_from, date_till } = call.params;
	const fromMs = fromLocal(date_from);
	const tillMs = fromLocal(date_till);
	if (fromMs === undefined || tillMs === undefined) return undefined;
	if (tillMs < fromMs) throw invalid('date_till', date_till);
	const interval = longest(call);
	if (tillMs > interval.end(fromMs)) {
		throw new RpcError('date_interval_limit_reached', {
			field: 'date_till',
			value: date_till,
			params: { interval: interval.text },
		});
	}
	// rows have full seconds
	return { fromMs, toMs: call.switches.dateTillInclusive ? tillMs + 1000 : tillMs };
}

function longest({ spec, switches }: DataCall): { end(from: number): number; text: string } {
	const isFlat = spec.params.some(({ name }) => name === 'report_id');
	const days = LONGEST[spec.name] ?? (isFlat ? FLAT_REPORT_DAYS : undefined);
	const limit = days ?? (switches.reportRange === '90days' ? 90 : undefined);
	if (limit !== undefined) return { end: (from) => from + limit * DAY_MS, text: `${limit} days` };
	return { end: (from) => addMonths(from, 3), text: '3 months' };
}
