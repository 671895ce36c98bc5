/** Access tokens, refresh tokens and codes of one account (§1.3). */

export const accessLifeSeconds = 86_400;
export const refreshLifeSeconds = 90 * 86_400;
export const codeLifeSeconds = 20 * 60;

export interface Grant {
	userId: number;
	clientId: string;
	/** Unix seconds. */
	expiresAt: number;
	used: boolean;
	redirectUri: string;
}

/** What the integrations are set up with until an authorisation names another: a local n8n's. */
const defaultRedirectUri = 'http://localhost:5678/rest/oauth2-credential/callback';

/** Counters instead of randomness, so that a run can be repeated. */
export class TokenStore {
	readonly access = new Map<string, { userId: number; expiresAt: number }>();
	readonly refresh = new Map<string, Grant>();
	readonly codes = new Map<string, Grant>();
	/** The integration's redirect_uri: whatever the last authorisation named. */
	redirectUri = defaultRedirectUri;
	private issued = 0;

	clear(): void {
		this.access.clear();
		this.refresh.clear();
		this.codes.clear();
		this.redirectUri = defaultRedirectUri;
		this.issued = 0;
	}

	nextSerial(): number {
		this.issued += 1;
		return this.issued;
	}

	/** User of a live access token. */
	userOf(token: string, nowSeconds: number): number | undefined {
		const found = this.access.get(token);
		return found && found.expiresAt > nowSeconds ? found.userId : undefined;
	}
}
