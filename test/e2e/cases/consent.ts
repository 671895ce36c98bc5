import assert from 'node:assert/strict';
import type { Stage } from '../../../sandbox/demo/stage';
import type { Execution } from '../../../sandbox/n8n/clientTypes';
import type { BrowserCase } from '../case';
import { CredentialPage } from '../credentialPage';
import { takePicture } from '../picture';
import { withEditor } from '../withEditor';

const TYPE = 'kommoOAuth2Api';
const ACCOUNT_PATH = '/api/v4/account';

/** A workflow that reads the account with the OAuth2 credential. */
async function prepareWorkflow({ client }: Stage): Promise<string> {
	const credential = (await client.listCredentials()).find(({ type }) => type === TYPE);
	assert.ok(credential, 'n8n has saved the credential');
	const { id } = await client.createWorkflow({
		name: 'The account over OAuth2',
		nodes: [
			{
				id: '0a20a20a-0000-4000-8000-000000000001',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '0a20a20a-0000-4000-8000-000000000002',
				name: 'Account',
				type: 'n8n-nodes-kommo-suite.kommo',
				typeVersion: 1,
				position: [220, 0],
				parameters: { authentication: 'oAuth2', resource: 'account', operation: 'get' },
				credentials: { [TYPE]: { id: credential.id, name: credential.name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Account', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	return id;
}

async function run({ client }: Stage, workflowId: string): Promise<Execution> {
	return await client.waitForExecution(await client.run(workflowId, 'Start'));
}

function assertIsAcme({ status, nodeRuns, error }: Execution): void {
	assert.equal(status, 'success', error?.message);
	assert.equal(nodeRuns.Account?.[0]?.outputs[0]?.[0]?.json.name, 'Acme');
}

/** Grant types of the token requests so far, oldest first. */
function grants({ sandbox }: Stage): unknown[] {
	return sandbox
		.requests({ account: 'kommo', path: '/oauth2/access_token' })
		.map(({ body }) =>
			typeof body === 'object' && body && 'grant_type' in body ? body.grant_type : body,
		);
}

const connectByConsent: BrowserCase = {
	browser: true,
	name: "The OAuth2 credential is connected by allowing it on the sandbox's consent page; its token is used and renewed",
	async run({ stage, browser, picture }) {
		stage.sandbox.reset();
		const { url, oauth, token } = stage.sandbox.accounts.kommo;
		await withEditor(browser, stage, async ({ page }) => {
			const credential = new CredentialPage(page, stage.n8n.url);
			await credential.create('Kommo / amoCRM OAuth2 API');
			await credential.fill('clientId', oauth.clientId);
			await credential.fill('clientSecret', oauth.clientSecret);
			await credential.choose('hostType', 'Custom Base URL');
			await credential.fill('baseUrl', url);
			const consent = await credential.connect();
			await consent.locator('#allow').waitFor();
			await takePicture(consent, picture('oauth-consent.png'));
			await consent.locator('#allow').click();
			await credential.waitUntilConnected();
			await takePicture(page, picture('oauth-connected.png'));
		});
		assert.deepEqual(grants(stage), ['authorization_code']);

		const workflowId = await prepareWorkflow(stage);
		assertIsAcme(await run(stage, workflowId));
		const [request] = stage.sandbox.requests({ account: 'kommo', path: ACCOUNT_PATH });
		assert.ok(request && !request.headers.authorization?.endsWith(token.slice(-4)));

		stage.sandbox.addFault({
			path: ACCOUNT_PATH,
			action: { type: 'status', status: 401, body: { title: 'Unauthorized', status: 401 } },
		});
		assertIsAcme(await run(stage, workflowId));
		assert.deepEqual(grants(stage), ['authorization_code', 'refresh_token']);
	},
};

export const consentCases: BrowserCase[] = [connectByConsent];
