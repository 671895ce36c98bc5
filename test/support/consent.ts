import type { IDataObject } from 'n8n-workflow';

export interface OAuthClient {
	clientId: string;
	clientSecret: string;
}

const redirectUri = 'http://n8n.test:5678/rest/oauth2-credential/callback';

/** Goes the way of n8n's Connect button: consent page, Allow, code, tokens. */
export async function connect(
	baseUrl: string,
	account: string,
	client: OAuthClient,
): Promise<IDataObject> {
	const code = await allow(baseUrl, account, client);
	const answer = await fetch(`${baseUrl}/oauth2/access_token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			client_id: client.clientId,
			client_secret: client.clientSecret,
			redirect_uri: redirectUri,
			code,
		}),
	});
	if (!answer.ok) throw new Error(`The code was refused: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as IDataObject;
}

/** Presses Allow on the consent page and reads the code from where it leads. */
async function allow(baseUrl: string, account: string, { clientId }: OAuthClient): Promise<string> {
	const answer = await fetch(`${baseUrl}/oauth`, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams({
			client_id: clientId,
			redirect_uri: redirectUri,
			state: 'state',
			mode: 'post_message',
			account,
			decision: 'allow',
		}),
	});
	const location = answer.headers.get('location');
	const code = location && new URL(location).searchParams.get('code');
	if (!code) throw new Error(`The consent page gave no code: ${answer.status}`);
	return code;
}
