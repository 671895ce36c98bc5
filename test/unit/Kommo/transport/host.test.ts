import type { IDataObject } from 'n8n-workflow';

import { resolveHost } from '../../../../nodes/Kommo/transport/host';
import { InvalidValue } from '../../../../nodes/shared/invalidValue';

const at = (fields: IDataObject) => resolveHost({ hostType: 'subdomain', ...fields });
const custom = (baseUrl: unknown, fields: IDataObject = {}) =>
	resolveHost({ hostType: 'custom', baseUrl: String(baseUrl), ...fields });

function refusal(run: () => unknown): InvalidValue {
	try {
		run();
	} catch (error) {
		if (error instanceof InvalidValue) return error;
		throw error;
	}
	throw new Error('nothing was refused');
}

describe('the account address (fact sheet §1.1)', () => {
	it.each([
		['a subdomain', 'acme'],
		['upper case and spaces', '  ACME '],
		['the host', 'acme.kommo.com'],
		['the host with a trailing dot', 'acme.kommo.com.'],
		['the address', 'https://acme.kommo.com'],
		['the address of a page', 'https://acme.kommo.com/leads/pipeline/?skip_filter=Y#top'],
		['the API address', 'https://acme.kommo.com/api/v4'],
		['the address with a port', 'https://acme.kommo.com:443/leads/'],
		['plain http, which is never used', 'http://acme.kommo.com'],
	])('understands %s', (_what, subdomain) => {
		expect(at({ subdomain, domain: 'kommo.com' })).toEqual({
			origin: 'https://acme.kommo.com',
			basePath: '',
			hostname: 'acme.kommo.com',
			product: 'kommo',
			requestsPerSecond: 7,
		});
	});

	it.each([
		['kommo.com', 'https://acme.kommo.com', 'kommo'],
		['amocrm.ru', 'https://acme.amocrm.ru', 'amocrm'],
		['amocrm.com', 'https://acme.amocrm.com', 'amocrm'],
	])('goes to %s when that domain is chosen', (domain, origin, product) => {
		expect(at({ subdomain: 'acme', domain })).toMatchObject({ origin, product });
	});

	it('takes kommo.com when the credential has no domain yet', () => {
		expect(at({ subdomain: 'acme' }).hostname).toBe('acme.kommo.com');
	});

	it('takes the account address when the credential has no host type yet', () => {
		expect(resolveHost({ subdomain: 'acme' }).hostname).toBe('acme.kommo.com');
	});

	it('lets the domain of the pasted text win over the dropdown', () => {
		expect(at({ subdomain: 'https://acme.amocrm.ru/leads/', domain: 'kommo.com' })).toMatchObject({
			origin: 'https://acme.amocrm.ru',
			product: 'amocrm',
		});
	});

	it('takes a subdomain of digits given as a number', () => {
		expect(at({ subdomain: 4711 }).hostname).toBe('4711.kommo.com');
	});

	it.each([
		['nothing', '', "'Subdomain' is empty"],
		['spaces', '   ', "'Subdomain' is empty"],
		['no text', null, "'Subdomain' is empty"],
		['the public site', 'www', "'Subdomain' names 'www.kommo.com', which is not"],
		['the public site pasted', 'https://www.amocrm.ru/', "names 'www.amocrm.ru', which is not"],
		['a server of the vendor', 'api-c.kommo.com', "names 'api-c.kommo.com', which is not"],
		['the files service', 'https://drive-c.kommo.com', "names 'drive-c.kommo.com', which is not"],
		['a foreign host', 'crm.example.com', "names 'crm.example.com', which is neither"],
		['a look-alike', 'acme.kommo.com.example.org', 'which is neither'],
		['another look-alike', 'acmekommo.com', 'which is neither'],
		['words', 'my account', "'Subdomain' is not the address of an account: 'my account'"],
		['a dash at the end', 'acme-', 'is not the address of an account'],
		['two labels', 'a.b.kommo.com', 'is not the address of an account'],
		['a bare domain', '.kommo.com', 'is not the address of an account'],
		['only a scheme', 'https://', 'is not the address of an account'],
		['a user name', 'https://me:secret@acme.kommo.com', "'Subdomain' contains an '@'"],
	])('refuses %s', (_what, subdomain, message) => {
		const error = refusal(() => at({ subdomain }));
		expect(error.message).toContain(message);
		expect(error.description).toContain("it is 'acme'");
	});

	it('advises the custom base URL for a foreign host', () => {
		expect(refusal(() => at({ subdomain: 'crm.example.com' })).description).toContain(
			"'Custom Base URL'",
		);
	});

	it('does not repeat a token pasted into the wrong field', () => {
		const token = `eyJ0eXAiOiJKV1QifQ.${'a'.repeat(300)}.signature`;
		expect(refusal(() => at({ subdomain: token })).message).toBe(
			"'Subdomain' is not the address of an account",
		);
		expect(refusal(() => custom(`${token} x`)).message).toBe("'Base URL' is not a web address");
	});

	it('refuses a domain that is not in the list', () => {
		const error = refusal(() => at({ subdomain: 'acme', domain: 'example.com' }));
		expect(error.message).toContain("'Domain'");
		expect(error.description).toContain('kommo.com, amocrm.ru, amocrm.com');
	});
});

describe('the custom base URL', () => {
	it.each([
		['https://crm.example.com', 'https://crm.example.com', ''],
		['https://crm.example.com/', 'https://crm.example.com', ''],
		['crm.example.com', 'https://crm.example.com', ''],
		['https://CRM.example.com:8443/kommo/', 'https://crm.example.com:8443', '/kommo'],
		['https://crm.example.com/api/v4', 'https://crm.example.com', ''],
		['https://crm.example.com/kommo/api/v4/leads?x=1', 'https://crm.example.com', '/kommo'],
		['http://127.0.0.1:4010', 'http://127.0.0.1:4010', ''],
		['http://127.8.9.10', 'http://127.8.9.10', ''],
		['http://localhost:4010/', 'http://localhost:4010', ''],
		['http://[::1]:4010', 'http://[::1]:4010', ''],
	])('understands %s', (baseUrl, origin, basePath) => {
		expect(custom(baseUrl, { domain: 'kommo.com' })).toMatchObject({
			origin,
			basePath,
			product: 'kommo',
		});
	});

	it('gives the host name without the port, as the domain pin wants it', () => {
		expect(custom('https://crm.example.com:8443').hostname).toBe('crm.example.com');
		expect(custom('http://[::1]:4010').hostname).toBe('[::1]');
	});

	it('lets the chosen domain tell the product', () => {
		expect(custom('http://127.0.0.1:1', { domain: 'amocrm.ru' }).product).toBe('amocrm');
	});

	it("understands the account's own address and forgets the page in it", () => {
		expect(custom('http://acme.amocrm.ru/leads/list/', { domain: 'kommo.com' })).toMatchObject({
			origin: 'https://acme.amocrm.ru',
			basePath: '',
			product: 'amocrm',
		});
	});

	it.each([
		['another machine', 'http://crm.example.com'],
		['a name that only begins like this machine', 'http://127.0.0.1.example.com'],
		['a private address', 'http://192.168.0.7:4010'],
	])('refuses plain http to %s unless it is allowed', (_what, baseUrl) => {
		const error = refusal(() => custom(baseUrl, { allowPlainHttp: false }));
		expect(error.message).toContain('unencrypted');
		expect(error.description).toContain("'Allow Plain HTTP'");
		expect(custom(baseUrl, { allowPlainHttp: true }).origin).toBe(baseUrl);
	});

	it.each([
		['nothing', '', "'Base URL' is empty"],
		['another scheme', 'ftp://crm.example.com', "'Base URL' is not a web address"],
		['words', 'my crm', "'Base URL' is not a web address: 'my crm'"],
		['a wildcard', 'https://*.example.com', "'Base URL' is not a web address"],
		['a list', 'https://a.example.com,b.example.com', "'Base URL' is not a web address"],
		['a user name', 'https://me:secret@crm.example.com', 'a user name or a password'],
		['the public site', 'https://www.kommo.com', "names 'www.kommo.com', which is not"],
	])('refuses %s', (_what, baseUrl, message) => {
		const error = refusal(() => custom(baseUrl));
		expect(error.message).toContain(message);
		expect(error.message).not.toContain('secret');
	});
});

describe('the requests per second', () => {
	it.each([
		[undefined, 7],
		['', 7],
		[1, 1],
		[2.5, 2.5],
		['12', 12],
		[50, 50],
	])('%p gives %p', (requestsPerSecond, expected) => {
		expect(at({ subdomain: 'acme', requestsPerSecond }).requestsPerSecond).toBe(expected);
	});

	it.each([0, -1, 51, 'fast', 0.5])('%p is out of range', (requestsPerSecond) => {
		const error = refusal(() => at({ subdomain: 'acme', requestsPerSecond }));
		expect(error.message).toBe("'Requests per Second' has to be a number from 1 to 50");
	});
});
