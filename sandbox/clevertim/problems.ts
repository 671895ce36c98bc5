/** Refusals of §3, thrown by handlers and turned into answers by the server. */
import type { CollectionName } from './store';

export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** §3: "No such contact."; the pattern for the other resources is (unverified). */
export class Missing extends Refusal {
	constructor(name: CollectionName) {
		super(404, `No such ${name}.`);
	}
}

export const badRequest = (text: string): Refusal => new Refusal(400, text);
export const notSupported = (): Refusal => new Refusal(501, 'Operation not supported.');
