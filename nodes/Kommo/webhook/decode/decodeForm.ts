import { formPairs } from '../../../shared/formText';
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
