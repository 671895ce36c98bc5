/** GET /oauth: the consent page (§1.3). Any integration of the sandbox, any of its accounts. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { escapeHtml } from '../escapeHtml';
import type { AccountRuntime } from '../account';
import { queryPairs } from '../queryString';
import type { World } from '../world';
import { issueCode } from './issue';

type Fields = Record<string, string>;

export function addConsentPage(app: FastifyInstance, world: World, account: AccountRuntime): void {
	app.get('/oauth', (req, reply) => {
		const fields = flat(req.url.split('?')[1] ?? '');
		const accounts = accountsOf(world, fields['client_id']);
		if (accounts.length === 0) return page(reply, 400, message('Unknown integration (client_id).'));
		if (!redirectOf(fields, accounts)) {
			return page(reply, 400, message('redirect_uri is not an http address.'));
		}
		return page(reply, 200, consent(fields, accounts, account));
	});
	app.post('/oauth', (req, reply) => {
		const fields = flat(typeof req.body === 'string' ? req.body : '');
		const chosen = accountsOf(world, fields['client_id']).find((a) => a.name === fields['account']);
		const redirect = chosen && redirectOf(fields, [chosen]);
		if (!chosen || !redirect) return page(reply, 400, message('The form is incomplete.'));
		chosen.tokens.redirectUri = redirect;
		const target = new URL(redirect);
		const referer = chosen === account ? req.host : new URL(chosen.url).host;
		for (const [key, value] of Object.entries(answerOf(world, chosen, fields, redirect, referer))) {
			target.searchParams.set(key, value);
		}
		return reply.redirect(target.toString(), 302);
	});
}

/** Redirect parameters: code or error, where to send the token request, state (§1.3 step 3). */
function answerOf(
	world: World,
	account: AccountRuntime,
	fields: Fields,
	redirect: string,
	referer: string,
): Record<string, string> {
	const state = fields['state'];
	const common = {
		referer,
		...(state === undefined || state === '' ? {} : { state }),
		client_id: account.profile.clientId,
		platform: String(account.profile.platform),
	};
	if (fields['decision'] !== 'allow') return { error: 'access_denied', ...common };
	const admin = [...account.store.users.values()].find((u) => u.is_admin);
	const code = issueCode(account, admin?.id ?? 0, redirect, Math.floor(world.now() / 1000));
	return { code, ...common };
}

// a private integration offers its own account only
function accountsOf(world: World, clientId: string | undefined): AccountRuntime[] {
	return Object.values(world.accounts).filter((a) => a.profile.clientId === clientId);
}

// the authorise URL needs no redirect_uri (it belongs to the integration); one that is named is kept
function redirectOf(fields: Fields, [account]: AccountRuntime[]): string | undefined {
	const uri = fields['redirect_uri'] || account?.tokens.redirectUri;
	return uri !== undefined && /^https?:\/\//.test(uri) && URL.canParse(uri) ? uri : undefined;
}

function flat(search: string): Fields {
	return Object.fromEntries(
		Object.entries(queryPairs(search)).map(([key, value]) => [
			key,
			Array.isArray(value) ? (value.at(-1) ?? '') : value,
		]),
	);
}

function page(reply: FastifyReply, status: number, body: string): FastifyReply {
	return reply.code(status).type('text/html; charset=utf-8').send(layout(body));
}

function consent(fields: Fields, accounts: AccountRuntime[], current: AccountRuntime): string {
	const hidden = ['client_id', 'redirect_uri', 'state', 'mode']
		.map((key) => `<input type="hidden" name="${key}" value="${escapeHtml(fields[key] ?? '')}">`)
		.join('');
	const choices = accounts
		.map((a) => {
			const selected = a.name === current.name ? ' selected' : '';
			const label = escapeHtml(`${a.profile.info.name} (${a.profile.info.subdomain})`);
			return `<option value="${a.name}"${selected}>${label}</option>`;
		})
		.join('');
	return `<h1>Allow access?</h1>
<p>An integration asks for access to the data of your account, with the rights of its administrator.</p>
<form method="post" action="/oauth">${hidden}
<label for="account">Account</label><select id="account" name="account">${choices}</select>
<div class="buttons"><button id="deny" name="decision" value="deny">Deny</button>
<button id="allow" class="main" name="decision" value="allow">Allow</button></div></form>`;
}

function message(text: string): string {
	return `<h1>Cannot continue</h1><p id="message">${escapeHtml(text)}</p>`;
}

function layout(body: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox: access</title><link rel="icon" href="data:,"><style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f2f4f7;font:16px/1.5 system-ui,sans-serif;color:#1c2733}
main{background:#fff;padding:2rem 2.25rem;border-radius:14px;box-shadow:0 8px 30px #0f1e3320;width:min(24rem,90vw)}
h1{margin:0 0 .5rem;font-size:1.35rem}p{margin:0 0 1.25rem;color:#52606d}
label{display:block;font-size:.85rem;color:#52606d;margin-bottom:.25rem}
select{width:100%;padding:.55rem;border:1px solid #cbd2d9;border-radius:8px;font:inherit;background:#fff}
.buttons{display:flex;gap:.75rem;margin-top:1.5rem}button{flex:1;padding:.65rem;border:1px solid #cbd2d9;border-radius:8px;background:#fff;font:inherit;cursor:pointer}
button.main{background:#1f6feb;border-color:#1f6feb;color:#fff}button:focus-visible,select:focus-visible{outline:3px solid #9cc3ff}
</style></head><body><main>${body}</main></body></html>`;
}
