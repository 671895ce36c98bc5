/** Domains of accounts (fact sheet §1.1); the first is the form's default. */
export const ACCOUNT_DOMAINS = ['kommo.com', 'amocrm.ru', 'amocrm.com'] as const;
export type AccountDomain = (typeof ACCOUNT_DOMAINS)[number];

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The domain a host name ends with, or null for a foreign one. */
export function accountDomainOf(hostname: string): AccountDomain | null {
	return ACCOUNT_DOMAINS.find((domain) => hostname.endsWith(`.${domain}`)) ?? null;
}

export function isLoopback(hostname: string): boolean {
	return LOOPBACK.test(hostname);
}
