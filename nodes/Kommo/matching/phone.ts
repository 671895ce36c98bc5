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
/** Russia's trunk prefix before ten digits. */
const POSSIBLE_TRUNK = /^8(?=\d{10}$)/;
/** The same where no country code begins so: mobile numbers (`8 9…`), `8 3…`, Kazakhstan (`8 7…`). */
const CERTAIN_TRUNK = /^8(?=[379]\d{9}$)/;

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

/**
 * Equal for spellings that find the same records. `8 495…` is told apart from `+7 495…`: without a
 * `+` it may as well be a number of Vietnam.
 */
export function phoneIdentity(phone: string): string {
	const number = numberOf(phone);
	return mayHaveTrunkEight(phone) ? `${number} without +` : number;
}

/**
 * Whether two spellings mean the same phone: equal digits, or equal but for a country code or a
 * trunk prefix that only one of them has (`8 900…` and `+7 900…`, `0171…` and `+49 171…`).
 * Two different country codes are two phones, even when the last ten digits agree.
 */
export function samePhone(one: string, other: string): boolean {
	const [a, b] = [numberOf(one), numberOf(other)];
	if (a === '' || b === '') return false;
	if (a === b || withCountrySeven(one) === withCountrySeven(other)) return true;
	const [long, short] = a.length >= b.length ? [a, b] : [b, a];
	return sharesTen(long, short) || isNational(long, withoutTrunk(short));
}

/** Digits with Russia's country code in place of what can only be its trunk prefix. */
function numberOf(phone: string): string {
	return phoneDigits(phone).replace(CERTAIN_TRUNK, '7');
}

/** Whether an 8 may be Russia's trunk prefix; `+8…` is the beginning of a country code instead. */
function mayHaveTrunkEight(phone: string): boolean {
	return POSSIBLE_TRUNK.test(numberOf(phone)) && /^\D*8/.test(phone) && !phone.includes('+');
}

function withCountrySeven(phone: string): string {
	const number = numberOf(phone);
	return mayHaveTrunkEight(phone) ? number.replace(POSSIBLE_TRUNK, '7') : number;
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
