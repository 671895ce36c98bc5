import {
	driveHostAllowed,
	entityUrlId,
	followable,
	resolveHost,
} from '../../../../nodes/Kommo/transport/host';

const account = resolveHost({ hostType: 'subdomain', subdomain: 'acme', domain: 'kommo.com' });
const proxy = resolveHost({ hostType: 'custom', baseUrl: 'https://proxy.example.com:8443/crm' });
const sandbox = resolveHost({ hostType: 'custom', baseUrl: 'http://127.0.0.1:4010' });

describe('the id of a card link', () => {
	it.each([
		['https://acme.kommo.com/leads/detail/7003', 'leads', 7003],
		['https://acme.kommo.com/leads/detail/7003/', 'leads', 7003],
		[' https://acme.amocrm.ru/contacts/detail/8100?tab=1#notes ', 'contacts', 8100],
		['https://acme.kommo.com/companies/detail/9', 'companies', 9],
		['https://acme.amocrm.ru/customers/detail/12', 'customers', 12],
		['http://127.0.0.1:4010/crm/leads/detail/5', 'leads', 5],
	] as const)('%s is %s %i', (link, kind, id) => {
		expect(entityUrlId(link, kind)).toBe(id);
	});

	it.each([
		['a card of another kind', 'https://acme.kommo.com/contacts/detail/7003'],
		['a list', 'https://acme.kommo.com/leads/list/'],
		['an id that is not a number', 'https://acme.kommo.com/leads/detail/abc'],
		['an id of zero', 'https://acme.kommo.com/leads/detail/0'],
		['an id too large to be exact', 'https://acme.kommo.com/leads/detail/99999999999999999'],
		['a bare number', '7003'],
		['nothing', ''],
	])('%s has none for leads', (_what, link) => {
		expect(entityUrlId(link, 'leads')).toBeNull();
	});
});

describe('a next-page link (fact sheet §3.2)', () => {
	const rest = '/api/v4/leads?limit=2&page=3';

	it.each([
		['on the host', `https://acme.kommo.com${rest}`, account],
		['on the host, written by a server behind TLS', `http://acme.kommo.com${rest}`, account],
		['without a host', rest, account],
		['of the sandbox', `http://127.0.0.1:4010${rest}`, sandbox],
		['of the sandbox by its other name', `http://localhost:4010${rest}`, sandbox],
		['of a proxy, with its path', `https://proxy.example.com:8443/crm${rest}`, proxy],
		['of a proxy that rewrites only the host', `https://proxy.example.com:8443${rest}`, proxy],
		['of the real host behind a proxy', `https://acme.kommo.com${rest}`, proxy],
		['of the real amoCRM host behind a proxy', `https://acme.amocrm.ru${rest}`, proxy],
	])('%s is followed by path and query', (_what, href, host) => {
		expect(followable(href, host)).toBe(rest);
	});

	it('keeps the query as it was written', () => {
		const query = '?filter%5Bid%5D%5B%5D=1&filter[id][]=2&query=a+b%20c';
		expect(followable(`https://acme.kommo.com/api/v4/leads${query}`, account)).toBe(
			`/api/v4/leads${query}`,
		);
	});

	it.each([
		['to another account', `https://other.kommo.com${rest}`, account],
		['to a look-alike', `https://acme.kommo.com.example.org${rest}`, account],
		['to a look-alike behind a proxy', `https://acmekommo.com${rest}`, proxy],
		['to a foreign host', `https://example.org${rest}`, proxy],
		['to a foreign host without scheme', `//example.org${rest}`, account],
		['to another port', `http://127.0.0.1:4011${rest}`, sandbox],
		['to this machine', `http://localhost:8443${rest}`, proxy],
		['with credentials', `https://me:pw@acme.kommo.com${rest}`, account],
		['of another scheme', 'file:///etc/hostname', account],
		['that is not an address', 'https://', account],
	])('%s is refused', (_what, href, host) => {
		expect(followable(href, host)).toBeNull();
	});
});

describe('the files service (fact sheet §4.27)', () => {
	const drive = 'https://drive-c.kommo.com';

	it.each([
		['its own links', `${drive}/v1.0/sessions/upload/eyJ1`, drive, undefined],
		['a drive URL with a path', `${drive}/v1.0/files`, `${drive}/`, undefined],
		['the sandbox on this machine', 'http://127.0.0.1:4010/up/1', 'http://127.0.0.1:4010', sandbox],
		[
			'plain http where the credential allows it',
			'http://crm.lan/v1.0/files',
			'http://crm.lan',
			resolveHost({ hostType: 'custom', baseUrl: 'http://crm.lan', allowPlainHttp: true }),
		],
	])('gets the token for %s', (_what, link, driveUrl, host) => {
		expect(driveHostAllowed(link, driveUrl, host)).toBe(true);
	});

	it.each([
		['another host', 'https://example.org/v1.0/files', drive],
		['a look-alike', 'https://drive-c.kommo.com.example.org/', drive],
		['another port', `${drive}:8443/`, drive],
		['plain http', 'http://drive-c.kommo.com/', 'http://drive-c.kommo.com'],
		['credentials in the link', 'https://a:b@drive-c.kommo.com/', drive],
		['no address', 'upload', drive],
		['no drive', `${drive}/v1.0/files`, ''],
	])('never gets it for %s', (_what, link, driveUrl) => {
		expect(driveHostAllowed(link, driveUrl)).toBe(false);
	});
});
