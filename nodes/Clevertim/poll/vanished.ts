import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { toTime } from '../fields/dates';
import { kindOf, type KindName } from '../kinds';

/** Deletions are told by absence, so an answer with too much missing is not believed at once. */
export interface VanishRules {
	/** Largest part of the known records that may be missing, 0 to 1. */
	most: number;
	/** Until then any number may be missing, ms since the epoch; null: no such time. */
	acceptedUntil: number | null;
}

const DEFAULT_PERCENT = 20;
export const ACCEPT_UNTIL = 'Accept Deletions Until';
export const MOST_VANISHED = 'Most Deletions at Once (Percent)';

/** @param option a value of the collection `options`, null when it was not added */
export function readVanishRules(option: (name: string) => unknown, timezone: string): VanishRules {
	const until = option('acceptDeletionsUntil');
	const percent = option('mostDeletions') ?? DEFAULT_PERCENT;
	if (isBlank(percent) || !(Number(percent) >= 0 && Number(percent) <= 100)) {
		throw new InvalidValue(`'${MOST_VANISHED}' is not a number from 0 to 100: ${shown(percent)}`);
	}
	return {
		most: Number(percent) / 100,
		acceptedUntil: isBlank(until) ? null : Date.parse(toTime(until, timezone, ACCEPT_UNTIL)),
	};
}

/**
 * Throws InvalidValue when more records are missing than may be, as after an incomplete answer or
 * when the key's user sees less than before. Nothing is forgotten then: the next poll compares with
 * the same records.
 * @param nowMs our clock, for `acceptedUntil` only
 */
export function checkVanished(
	kind: KindName,
	{ vanished, known }: { vanished: number; known: number },
	rules: VanishRules,
	nowMs: number,
): void {
	if (vanished === 0 || vanished <= known * rules.most) return;
	if (rules.acceptedUntil !== null && nowMs <= rules.acceptedUntil) return;
	const { plural } = kindOf(kind);
	throw new InvalidValue(
		vanished === known
			? `All ${known} known ${plural} are gone from the account`
			: `${vanished} of ${known} known ${plural} are gone from the account`,
		`Nothing was reported or forgotten; polls go on as soon as the ${plural} are back. The service may have answered incompletely, or the user of the API key sees less than before. If they were deleted, set '${ACCEPT_UNTIL}' in the options to a time in the near future and publish; '${MOST_VANISHED}' says how many are taken for deleted without asking.`,
	);
}
