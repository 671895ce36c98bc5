import { cacheRoot, installationName } from '../../../sandbox/n8n/cache';
import { n8nEnvironment } from '../../../sandbox/n8n/environment';

const settings = {
	port: 5678,
	brokerPort: 5679,
	userFolder: '/home/me/demo',
	url: 'http://localhost:5678',
};

describe("n8n's environment", () => {
	it.each(['N8N_ENCRYPTION_KEY', 'DB_POSTGRESDB_HOST', 'HTTP_PROXY', 'NODE_OPTIONS'])(
		"leaves the caller's %s out",
		(name) => {
			expect(n8nEnvironment(settings, {}, { [name]: 'x' })).not.toHaveProperty(name);
		},
	);

	it("keeps the caller's search path and home", () => {
		const env = n8nEnvironment(settings, {}, { PATH: '/bin', HOME: '/home/me' });
		expect(env).toMatchObject({ PATH: '/bin', HOME: '/home/me' });
	});

	it('listens on the loopback address with the given ports and folder', () => {
		expect(n8nEnvironment(settings)).toMatchObject({
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: '5678',
			N8N_RUNNERS_BROKER_PORT: '5679',
			N8N_USER_FOLDER: '/home/me/demo',
			N8N_WEBHOOK_URL: 'http://localhost:5678',
		});
	});

	it.each([
		'N8N_DIAGNOSTICS_ENABLED',
		'N8N_VERSION_NOTIFICATIONS_ENABLED',
		'N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED',
		'N8N_DYNAMIC_BANNERS_ENABLED',
		'N8N_TEMPLATES_ENABLED',
		'N8N_VERIFIED_PACKAGES_ENABLED',
		'N8N_LICENSE_AUTO_RENEW_ENABLED',
	])('switches %s off, so that n8n calls nobody', (name) => {
		expect(n8nEnvironment(settings)[name]).toBe('false');
	});

	it('lets a caller replace a variable', () => {
		const env = n8nEnvironment(settings, { N8N_EXPRESSION_ENGINE: 'legacy', N8N_PORT: '1' });
		expect(env).toMatchObject({ N8N_EXPRESSION_ENGINE: 'legacy', N8N_PORT: '1' });
	});
});

describe('the cache folder', () => {
	it.each([
		[{ XDG_CACHE_HOME: '/var/cache/me' }, /^\/var\/cache\/me\/n8n-nodes-kommo-suite$/],
		[{ XDG_CACHE_HOME: 'relative' }, /\/\.cache\/n8n-nodes-kommo-suite$/],
		[{}, /\/\.cache\/n8n-nodes-kommo-suite$/],
	])('follows %j', (env, expected) => {
		expect(cacheRoot(env)).toMatch(expected);
	});

	it('has another name for another lock file and the same for the same', () => {
		expect(installationName('{"a":1}')).toBe(installationName('{"a":1}'));
		expect(installationName('{"a":1}')).not.toBe(installationName('{"a":2}'));
		expect(installationName('{}')).toMatch(/^n8n-[0-9a-f]{12}$/);
	});
});
