import { ComagicApi } from '../../../credentials/ComagicApi.credentials';
import { recordingOrigins, resolveEndpoint } from '../../../nodes/Comagic/transport/host';
import { InvalidValue } from '../../../nodes/shared/invalidValue';
import { resolvedText } from '../credentials/resolved';

const custom = (fields: object) => ({ brand: 'custom', ...fields });

describe('hosts by brand (fact sheet §1)', () => {
	it.each([
		['comagic', 'data', 'https://dataapi.comagic.ru/v2.0', 'dataapi.comagic.ru'],
		['comagic', 'call', 'https://callapi.comagic.ru/v4.0', 'callapi.comagic.ru'],
		['comagic', 'session', 'https://api.comagic.ru/api', 'api.comagic.ru'],
		['uis', 'data', 'https://dataapi.uiscom.ru/v2.0', 'dataapi.uiscom.ru'],
		['uis', 'call', 'https://callapi.uiscom.ru/v4.0', 'callapi.uiscom.ru'],
		['uis', 'session', 'https://api.uiscom.ru/api', 'api.uiscom.ru'],
		['callgear', 'data', 'https://dataapi.callgear.com/v2.0', 'dataapi.callgear.com'],
		['callgear', 'call', 'https://callapi.callgear.com/v4.0', 'callapi.callgear.com'],
		['novofon', 'data', 'https://dataapi-jsonrpc.novofon.ru/v2.0', 'dataapi-jsonrpc.novofon.ru'],
		['novofon', 'call', 'https://callapi-jsonrpc.novofon.ru/v4.0', 'callapi-jsonrpc.novofon.ru'],
	] as const)('%s has its %s API at %s', (brand, api, url, hostname) => {
		expect(resolveEndpoint({ brand }, api)).toMatchObject({ url, hostname });
	});

	it.each(['callgear', 'novofon'])('%s has no Session API', (brand) => {
		expect(() => resolveEndpoint({ brand }, 'session')).toThrow(/has no Session API$/);
	});

	it.each([
		['comagic', 'https://app.comagic.ru', 'https://media.comagic.ru'],
		['uis', 'https://app.uiscom.ru', 'https://media.uiscom.ru'],
	])('recordings of %s are at %s and %s', (brand, app, media) => {
		expect(recordingOrigins({ brand })).toEqual({ app, media });
	});

	it('recordings of a custom brand are at the Data API’s origin', () => {
		const origins = recordingOrigins(custom({ dataApiUrl: 'http://127.0.0.1:81/v2.0' }));
		expect(origins.app).toBe('http://127.0.0.1:81');
	});

	it('a custom brand without Data API has recordings all the same', () => {
		const { app } = recordingOrigins(custom({ sessionApiUrl: 'http://127.0.0.1:82/api/' }));
		expect(app).toBe('http://127.0.0.1:82');
	});
});

describe('addresses of a custom brand', () => {
	it.each([
		['https://x.example.com/v2.0/', 'https://x.example.com/v2.0'],
		['x.example.com/v2.0', 'https://x.example.com/v2.0'],
		[' http://localhost:4013/v2.0 ', 'http://localhost:4013/v2.0'],
		['http://127.0.0.1:4013/v2.0', 'http://127.0.0.1:4013/v2.0'],
		['http://[::1]:4013/v2.0', 'http://[::1]:4013/v2.0'],
	])('%j is %s', (dataApiUrl, url) => {
		expect(resolveEndpoint(custom({ dataApiUrl }), 'data').url).toBe(url);
	});

	it.each([
		['', /^'Data API URL' is empty in the credential$/],
		['ftp://x.example.com', /^'Data API URL' is not a web address: 'ftp:\/\/x\.example\.com'$/],
		['https://me:secret@x.example.com', /contains a user name or a password$/],
		['http://x.example.com', /^'Data API URL' starts with http:\/\/, so token and password/],
		['http://localhost.example.com', /starts with http:\/\//],
		['http://127.0.0.1.example.com', /starts with http:\/\//],
		['nonsense with spaces', /is not a web address/],
	])('%j is refused', (dataApiUrl, message) => {
		const resolve = () => resolveEndpoint(custom({ dataApiUrl }), 'data');
		expect(resolve).toThrow(InvalidValue);
		expect(resolve).toThrow(message);
	});

	it('plain http is used when it is ticked', () => {
		const credentials = custom({ callApiUrl: 'http://10.0.0.2/v4.0', allowPlainHttp: true });
		expect(resolveEndpoint(credentials, 'call').url).toBe('http://10.0.0.2/v4.0');
	});

	it('never repeats what may be a secret', () => {
		const dataApiUrl = `ftp://${'s3cret'.repeat(20)}`;
		const resolve = () => resolveEndpoint(custom({ dataApiUrl }), 'data');
		expect(resolve).toThrow(/is not a web address$/);
	});
});

describe('the hidden pin of the credential', () => {
	const domains = async (data: object) =>
		await resolvedText('allowedDomains', 'comagicApi', { ...data }, [new ComagicApi()]);

	it.each([
		['comagic', 'dataapi.comagic.ru', 'api.comagic.ru'],
		['uis', 'dataapi.uiscom.ru', 'media.uiscom.ru'],
		['callgear', 'callapi.callgear.com', 'app.callgear.com'],
		['novofon', 'callapi-jsonrpc.novofon.ru', 'app.novofon.ru'],
	])('%s keeps requests on its own hosts', async (brand, ...hosts) => {
		const allowed = (await domains({ brand })).split(',');
		expect(allowed).toEqual(expect.arrayContaining(hosts));
		const portals = allowed.map((host) => host.split('.').slice(-2).join('.'));
		expect(new Set(portals).size).toBe(1);
	});

	it('a custom brand allows the hosts of its addresses', async () => {
		const data = custom({
			dataApiUrl: 'https://data.example.com:8443/v2.0?x=1',
			callApiUrl: 'call.example.com/v4.0',
			sessionApiUrl: '',
		});
		expect(await domains(data)).toBe('data.example.com,call.example.com');
	});

	it.each(['https://evil.example.com@good.example.com/', 'https://good.example.com#@evil.com'])(
		'%s allows the host that the request goes to',
		async (dataApiUrl) => {
			expect(await domains(custom({ dataApiUrl }))).toBe('good.example.com');
		},
	);

	it('what is no address allows nothing', async () => {
		expect(await domains(custom({ dataApiUrl: 'https://a b.example.com' }))).toBe('');
	});
});
