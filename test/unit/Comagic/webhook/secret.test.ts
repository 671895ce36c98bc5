import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
} from 'n8n-workflow';

import { openQuery, testSecret } from '../../../../nodes/Comagic/webhook/secret';

describe('the secret of an address', () => {
	test.each<[string, string, string | undefined]>([
		['/webhook/1/comagic', '', undefined],
		['/webhook/1/comagic?secret=abc', '', 'abc'],
		['/webhook/1/comagic?secret=abc&a=1&&b=%22', 'a=1&b=%22', 'abc'],
		['/webhook/1/comagic?a=1&%73ecret=abc', 'a=1', 'abc'],
		['/webhook/1/comagic?secret=abc&secret=abc', '', undefined],
		['/webhook/1/comagic?Secret=abc', 'Secret=abc', undefined],
		['/webhook/1/comagic?secret', '', ''],
		['/webhook/1/comagic?a=b?secret=c', 'a=b?secret=c', undefined],
	])('%s', (url, query, secret) => {
		expect(openQuery(url)).toEqual({ query, secret });
	});
});

describe("the credential's test", () => {
	const status = async (secret: string | undefined) => {
		const context = {} as ICredentialTestFunctions;
		const data: ICredentialDataDecryptedObject = secret === undefined ? {} : { secret };
		const credential: ICredentialsDecrypted = { id: '1', name: 'Secret', type: 'secret', data };
		return (await testSecret.call(context, credential)).status;
	};

	test.each(['4f1c0c6d8a1b4c55', 'A-z_0123456789abcdef'])(
		'%s can stand in an address',
		async (one) => {
			expect(await status(one)).toBe('OK');
		},
	);

	test.each([
		'',
		'short',
		'with a space inside',
		'0123456789abcde&',
		'секретсекретсекрет',
		undefined,
	])('%s cannot', async (one) => {
		expect(await status(one)).toBe('Error');
	});
});
