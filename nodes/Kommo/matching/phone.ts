/** What the vendor itself compares (fact sheet §4.20): the last ten digits. */
const COMPARED = 10;
/** Shorter numbers without a country code are too common to stand for a longer one. */
const SHORTEST_NATIONAL = 9;
/** With fewer digits nearly every record would be a candidate. */
const SHORTEST_SEARCHED = 5;
/** The longest country code. */
const LONGEST_CODE = 3;
/** North America and Russia: their national numbers have ten digits, always. */
const TEN_DIGIT_ZONES = /^[17]/;

/** Digits of a phone with the international prefix removed: `00 49…` and `+49…` are the same. */
export function phoneDigits(phone: string): string {
	const digits = phone.replace(/\D/g, '');
	return digits.replace(/^00/, '');
}

/**
 * The digits a second look-up asks for: the last ten, all of a shorter number. A trunk `0` among
 * them is left out: `06 12…` is stored as `+33 6 12…`, too. Null when there are too few to be worth
 * a search.
 */
export function searchDigits(phone: string): string | null {
	const digits = withoutTrunk(phoneDigits(phone).slice(-COMPARED));
	return digits.length >= SHORTEST_SEARCHED ? digits : null;
}

/** Equal for spellings that certainly mean the same phone: `8 900…` is `+7 900…`. */
export function canonicalPhone(phone: string): string {
	const digits = phoneDigits(phone);
	return digits.length === COMPARED + 1 && hasTrunkEight(phone) ? digits.replace('8', '7') : digits;
}

/**
 * Whether two spellings mean the same phone: equal digits, or equal but for a country code or a
 * trunk prefix that only one of them has (`8 900…` and `+7 900…`, `0171…` and `+49 171…`).
 * Two different country codes are two phones, even when the last ten digits agree.
 */
export function samePhone(one: string, other: string): boolean {
	const a = phoneDigits(one);
	const b = phoneDigits(other);
	if (a === '' || b === '') return false;
	if (a === b || canonicalPhone(one) === canonicalPhone(other)) return true;
	const [long, short] = a.length >= b.length ? [a, b] : [b, a];
	return sharesTen(long, short) || isNational(long, withoutTrunk(short));
}

/** The Russian trunk prefix; `+8…` is the beginning of a country code instead. */
function hasTrunkEight(phone: string): boolean {
	return /^\D*8/.test(phone) && !phone.includes('+');
}

function sharesTen(long: string, short: string): boolean {
	if (short.length < COMPARED || long.slice(-COMPARED) !== short.slice(-COMPARED)) return false;
	return compatible(long.slice(0, -COMPARED), short.slice(0, -COMPARED));
}

/** Prefixes that may stand for each other: a country code, and none or a trunk `0`. */
function compatible(one: string, other: string): boolean {
	const open = (prefix: string) => prefix === '' || prefix === '0';
	return (open(one) && other.length <= LONGEST_CODE) || (open(other) && one.length <= LONGEST_CODE);
}

function withoutTrunk(digits: string): string {
	return digits.replace(/^0/, '');
}

/** A national number at the end of an international one, in countries with fewer than ten digits. */
function isNational(long: string, national: string): boolean {
	const code = long.length - national.length;
	return (
		national.length >= SHORTEST_NATIONAL &&
		code >= 1 &&
		code <= LONGEST_CODE &&
		!long.startsWith('0') &&
		!TEN_DIGIT_ZONES.test(long) &&
		long.endsWith(national)
	);
}
