/** `account[id]=30001`, its brackets encoded or not. */
const ACCOUNT_ID = /(?:^|&)account(?:%5B|\[)id(?:%5D|\])=(\d{1,15})(?=&|$)/gi;

/**
 * Every account a body says it is from; found without decoding it, because the answer must not wait
 * for that. Empty when it does not say (some samples omit it, fact sheet §5.1).
 */
export function deliveryAccountIds(body: Buffer): number[] {
	return [...body.toString('latin1').matchAll(ACCOUNT_ID)].map(([, id]) => Number(id));
}
