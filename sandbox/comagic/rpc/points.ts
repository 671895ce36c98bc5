/** Budgets per minute and day (§B.3); only calls that succeed are charged. */
import { RpcError } from './errors';

export interface PointLimits {
	perDay: number;
	perMinute: number;
}

/** Sizes of CallGear's example. */
export const DEFAULT_LIMITS: PointLimits = { perDay: 1000, perMinute: 250 };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MOSCOW_MS = 3 * 3_600_000;

export type LimitsMetadata = Record<
	| 'day_limit'
	| 'day_remaining'
	| 'day_reset'
	| 'minute_limit'
	| 'minute_remaining'
	| 'minute_reset',
	number
>;

export class Points {
	private windows = { minute: { at: -1, spent: 0 }, day: { at: -1, spent: 0 } };

	constructor(readonly limits: PointLimits) {}

	/** @throws limit_exceeded when `weight` points are not left */
	demand(weight: number, now: number): void {
		this.turn(now);
		const { perDay, perMinute } = this.limits;
		if (this.windows.day.spent + weight > perDay) throw exceeded('day', perDay);
		if (this.windows.minute.spent + weight > perMinute) throw exceeded('minute', perMinute);
	}

	charge(weight: number, now: number): void {
		this.turn(now);
		this.windows.day.spent += weight;
		this.windows.minute.spent += weight;
	}

	metadata(now: number): LimitsMetadata {
		this.turn(now);
		const { perDay, perMinute } = this.limits;
		return {
			day_limit: perDay,
			day_remaining: Math.max(0, perDay - this.windows.day.spent),
			day_reset: secondsLeft(now + MOSCOW_MS, DAY_MS),
			minute_limit: perMinute,
			minute_remaining: Math.max(0, perMinute - this.windows.minute.spent),
			minute_reset: secondsLeft(now, MINUTE_MS),
		};
	}

	/** Starts windows anew whose time is over. */
	private turn(now: number): void {
		const minute = Math.floor(now / MINUTE_MS);
		const day = Math.floor((now + MOSCOW_MS) / DAY_MS);
		if (this.windows.minute.at !== minute) this.windows.minute = { at: minute, spent: 0 };
		if (this.windows.day.at !== day) this.windows.day = { at: day, spent: 0 };
	}
}

const secondsLeft = (now: number, size: number): number => Math.ceil((size - (now % size)) / 1000);

function exceeded(type: 'day' | 'minute', max: number): RpcError {
	return new RpcError('limit_exceeded', { params: { limit_type: type, limit_max_value: max } });
}
