import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether what a request carries is the secret; takes the same time wherever a wrong one differs.
 * An empty secret, and anything that is no text, is never the same.
 */
export function isSameSecret(given: unknown, secret: unknown): boolean {
	if (typeof secret !== 'string' || secret === '' || typeof given !== 'string') return false;
	return timingSafeEqual(digest(given), digest(secret));
}

/** Equal lengths, which the comparison needs. */
function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
