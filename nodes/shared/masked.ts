/** Shorter ones would be found inside of ordinary words. */
const SHORTEST = 4;

/** A text in which the secrets, longest first, are replaced by `…`. */
export function masked(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret.length >= SHORTEST)
		.sort((a, b) => b.length - a.length)
		.reduce((rest, secret) => rest.replaceAll(secret, () => '…'), text);
}
