import type { N8nClient } from '../n8n/client';
import type { Sandboxes } from '../startAll';
import type { CredentialsByType } from './importWorkflow';

type Emulated = Pick<Sandboxes, 'kommo' | 'clevertim' | 'comagic'>;

interface CredentialForm {
	name: string;
	data: Record<string, unknown>;
}

/** Filled-in forms of the credentials for the emulated services, by their type. */
export function credentialForms({ kommo, clevertim, comagic }: Emulated): {
	[type: string]: CredentialForm;
} {
	const { url, token } = kommo.accounts.kommo;
	return {
		kommoApi: {
			name: 'Kommo sandbox',
			data: {
				hostType: 'custom',
				baseUrl: url,
				domain: 'kommo.com',
				requestsPerSecond: 7,
				accessToken: token,
			},
		},
		clevertimApi: {
			name: 'Clevertim (sandbox)',
			data: {
				apiKey: clevertim.keys.admin,
				baseUrl: `${clevertim.url}/api`,
				requestsPerSecond: 5,
				allowPlainHttp: false,
			},
		},
		comagicApi: {
			name: 'Comagic (sandbox)',
			data: {
				brand: 'custom',
				dataApiUrl: comagic.dataUrl,
				callApiUrl: comagic.callUrl,
				sessionApiUrl: comagic.legacyUrl,
				authentication: 'accessToken',
				accessToken: comagic.token,
				// the Session API knows no tokens
				login: comagic.login,
				password: comagic.password,
				allowPlainHttp: false,
			},
		},
	};
}

/** Puts them into n8n; a credential of the same name and type gets the new data. */
export async function saveCredentials(
	client: N8nClient,
	emulated: Emulated,
): Promise<CredentialsByType> {
	const saved: CredentialsByType = {};
	for (const [type, { name, data }] of Object.entries(credentialForms(emulated))) {
		saved[type] = await client.saveCredential(name, type, data);
	}
	return saved;
}
