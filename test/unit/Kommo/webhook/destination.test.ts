import {
	carriesSecret,
	destinationOf,
	isOwnDestination,
	isPrivateHost,
	isPublicAccount,
	newSecret,
} from '../../../../nodes/Kommo/webhook/destination';
import { deliveryAccountIds } from '../../../../nodes/Kommo/webhook/deliveryAccount';

const URL_OF_NODE = 'https://n8n.example.com/webhook/7f3a/kommo';

describe('the destination', () => {
	test('carries a new secret', () => {
		expect(newSecret()).toMatch(/^[0-9a-f]{32}$/);
		expect(newSecret()).not.toBe(newSecret());
		expect(destinationOf(URL_OF_NODE, 'abc')).toBe(`${URL_OF_NODE}?kommoTrigger=abc`);
	});

	test('has a domain in Latin letters', () => {
		expect(destinationOf('https://пример.рф/webhook/x', 'a')).toBe(
			'https://xn--e1afmkfd.xn--p1ai/webhook/x?kommoTrigger=a',
		);
	});

	test.each([
		[`${URL_OF_NODE}?kommoTrigger=x`, true],
		[URL_OF_NODE, false],
		[`${URL_OF_NODE}?secret=x`, false],
		[`${URL_OF_NODE}/more?kommoTrigger=x`, false],
		['https://n8n.example.com/webhook-test/7f3a/kommo?kommoTrigger=x', false],
		['https://other.example.com/webhook/7f3a/kommo?kommoTrigger=x', false],
		['no address', false],
		[null, false],
	])('%s is our own: %s', (destination, expected) => {
		expect(isOwnDestination(destination, URL_OF_NODE)).toBe(expected);
	});

	test.each<[object, unknown, boolean]>([
		[{ kommoTrigger: 'abc' }, 'abc', true],
		[{ kommoTrigger: 'abd' }, 'abc', false],
		[{ kommoTrigger: 'ab' }, 'abc', false],
		[{ kommoTrigger: ['abc'] }, 'abc', false],
		[{ kommoTrigger: '' }, '', false],
		[{}, undefined, false],
		[{ kommoTrigger: 'null' }, null, false],
	])('%j with the secret %j: %s', (query, secret, expected) => {
		expect(carriesSecret(query, secret)).toBe(expected);
	});
});

describe('an address', () => {
	test.each([
		...['localhost', 'n8n.localhost', 'n8n', 'n8n.local', 'n8n.lan', 'host.docker.internal'],
		...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '192.168.0.1', '172.16.0.1'],
		...['172.31.255.1', '169.254.1.1', '100.64.0.1', '100.127.0.1'],
		...[
			'[::1]',
			'[::]',
			'[fd00::1]',
			'[fe80::1]',
			'[::ffff:7f00:1]',
			'[::ffff:c0a8:1]',
			'[::ffff:ac10:1]',
		],
	])('%s is private', (host) => {
		expect(isPrivateHost(host)).toBe(true);
	});

	test.each([
		...['n8n.example.com', 'n8n.example.com.', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1'],
		...['192.169.0.1', '11.0.0.1', '[2001:db8::1]', 'local.example.com', '10.example.com'],
	])('%s is public', (host) => {
		expect(isPrivateHost(host)).toBe(false);
	});

	test.each([
		['acme.kommo.com', true],
		['acme.amocrm.ru', true],
		['crm-proxy.example.com', true],
		['127.0.0.1', false],
		['sandbox', false],
	])('an account at %s is public: %s', (host, expected) => {
		expect(isPublicAccount(host)).toBe(expected);
	});
});

describe('the account of a delivery', () => {
	test.each([
		['account[id]=1', [1]],
		['x=1&account%5bid%5D=2&y=3', [2]],
		['xaccount[id]=1', []],
		['account[id]=1&account[id]=2', [1, 2]],
		['account[id]=abc', []],
		['', []],
	])('%s', (body, ids) => {
		expect(deliveryAccountIds(Buffer.from(body))).toEqual(ids);
	});
});
