/** What the sandbox prints when it is up: addresses, keys, tokens. */
import type { ClevertimSandbox } from './clevertim';
import type { ComagicSandbox } from './comagic';
import type { KommoSandbox } from './kommo';
import type { Sandboxes } from './startAll';

export function describe({ kommo, clevertim, comagic }: Sandboxes): string {
	const blocks = [...kommoBlocks(kommo), clevertimBlock(clevertim), comagicBlock(comagic)];
	return `${blocks.join('\n\n')}\n\nControl API under /_sandbox/ on every port. Ctrl-C ends it.\n`;
}

const kommoBlocks = ({ accounts }: KommoSandbox): string[] =>
	Object.values(accounts).map((account) =>
		[
			`${account.name} (${account.subdomain})`,
			`  board and API   ${account.url}/`,
			`  token           ${account.token}`,
			`  limited token   ${account.limitedToken}`,
			`  OAuth2 client   ${account.oauth.clientId}  secret ${account.oauth.clientSecret}`,
			`  authorise       ${account.url}/oauth`,
			`  token endpoint  ${account.url}/oauth2/access_token`,
		].join('\n'),
	);

const clevertimBlock = ({ url, keys }: ClevertimSandbox): string =>
	[
		'Clevertim',
		`  base URL        ${url}/api`,
		`  API key         ${keys.admin}`,
		`  member's key    ${keys.member}`,
		`  reader's key    ${keys.readOnly}`,
	].join('\n');

const comagicBlock = (sandbox: ComagicSandbox): string =>
	[
		'Comagic',
		`  Data API        ${sandbox.dataUrl}`,
		`  Call API        ${sandbox.callUrl}`,
		`  Session API     ${sandbox.legacyUrl}`,
		`  access token    ${sandbox.token}`,
		`  login           ${sandbox.login}  password ${sandbox.password}`,
		`  agency's login  ${sandbox.agency.login}  password ${sandbox.agency.password}`,
		`  agency's token  ${sandbox.agency.token}`,
	].join('\n');
