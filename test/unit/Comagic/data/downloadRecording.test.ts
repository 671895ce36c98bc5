import type { IHttpRequestOptions } from 'n8n-workflow';

import { downloadRecording } from '../../../../nodes/Comagic/transport/downloadRecording';
import type { ComagicContext } from '../../../../nodes/Comagic/transport/http';

const PROXY = { protocol: 'http', host: 'proxy.example.com', port: 3128 };
const SETTINGS = { timeoutMs: 7_000, proxy: PROXY, skipSslCertificateValidation: true };

async function given(settings: object): Promise<IHttpRequestOptions | undefined> {
	const asked: IHttpRequestOptions[] = [];
	const helpers = {
		prepareBinaryData: async () => ({ data: '', mimeType: 'audio/mpeg' }),
		httpRequest: async (options: IHttpRequestOptions) => {
			asked.push(options);
			return { statusCode: 200, headers: {}, body: Buffer.from('sound') };
		},
	};
	const context = { helpers } as unknown as ComagicContext;
	await downloadRecording(context, 'https://app.uiscom.ru/a', 'a.mp3', undefined, settings);
	return asked[0];
}

it('a recording travels the way the options say, without credentials', async () => {
	const options = await given(SETTINGS);

	expect(options).toMatchObject({
		timeout: 7_000,
		proxy: PROXY,
		skipSslCertificateValidation: true,
	});
	expect(options?.headers).toBeUndefined();
});

it('without options it takes two minutes at most, and the certificate counts', async () => {
	expect(await given({})).toMatchObject({
		timeout: 120_000,
		proxy: undefined,
		skipSslCertificateValidation: false,
	});
});
