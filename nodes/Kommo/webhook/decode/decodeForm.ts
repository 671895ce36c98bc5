import { FormTree, type FormRecord, type Overwritten } from './formTree';

export interface DecodedForm {
	data: FormRecord;
	overwritten: Overwritten[];
}

/** Pairs decoded in one go; n8n answers others in between. */
const PAIRS_AT_ONCE = 20_000;

/**
 * An `application/x-www-form-urlencoded` body with PHP's bracket keys as nested data; every value
 * stays a text. Never throws: what is not encoded properly is taken as it stands.
 * @param pause awaited between parts of a long body
 * @see fact sheet §5.1
 */
export async function decodeForm(text: string, pause: () => Promise<void>): Promise<DecodedForm> {
	const tree = new FormTree();
	let pairs = 0;
	for (const [key, value] of formPairs(text)) {
		tree.add(key, value);
		pairs += 1;
		if (pairs % PAIRS_AT_ONCE === 0) await pause();
	}
	return { data: tree.value(), overwritten: tree.overwritten };
}

/** The pairs in their order, decoded; parts without a name are no pairs. */
export function* formPairs(text: string): Generator<[key: string, value: string]> {
	let start = 0;
	while (start < text.length) {
		const found = text.indexOf('&', start);
		const end = found < 0 ? text.length : found;
		const equals = text.indexOf('=', start);
		const middle = equals < 0 || equals > end ? end : equals;
		const key = decodePart(text.slice(start, middle));
		if (key !== '') yield [key, decodePart(text.slice(middle + 1, end))];
		start = end + 1;
	}
}

function decodePart(part: string): string {
	const spaced = part.includes('+') ? part.replaceAll('+', ' ') : part;
	if (!spaced.includes('%')) return spaced;
	try {
		return decodeURIComponent(spaced);
	} catch {
		return decodeBytes(spaced);
	}
}

/** Broken UTF-8 becomes U+FFFD, a lonely `%` stays what it is. */
function decodeBytes(text: string): string {
	return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
		Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
	);
}
