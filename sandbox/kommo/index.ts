/** The Kommo / amoCRM emulator, in process: two accounts, each on its own port. */
import type { AddressInfo } from 'node:net';
import { profiles, type AccountRuntime, type Profile } from './account';
import type { AccountName, KommoSandbox, KommoSandboxOptions, SandboxAccount } from './contract';
import { buildDriveServer } from './drive/server';
import { TokenStore } from './oauth/tokens';
import { seedAccount } from './seed';
import { buildServer } from './server';
import { AccountStore } from './store';
import { deliver } from './webhooks/deliver';
import { World } from './world';

export type * from './contract';
export type { KommoSwitches } from './switches';
export { defaultSwitches } from './switches';
export type { AccountStore } from './store';

const host = '127.0.0.1';

/** Starts both accounts and resolves when they listen; rejects when a port is taken. */
export async function startKommoSandbox(options: KommoSandboxOptions = {}): Promise<KommoSandbox> {
	const accounts = { kommo: runtime(profiles.kommo), amocrm: runtime(profiles.amocrm) };
	const withEntities = options.seed ?? true;
	const world = new World(options, accounts, (account) =>
		seedAccount(account, { withEntities, now: Math.floor(currentMs(options) / 1000) }),
	);
	const servers = [buildServer(world, accounts.kommo), buildServer(world, accounts.amocrm)];
	const drives = [accounts.kommo, accounts.amocrm].map((account) => ({
		account,
		server: buildDriveServer(world, account),
	}));
	const close = async (): Promise<void> => {
		world.closing.abort();
		world.sender.stop();
		const all = [...servers, ...drives.map(({ server }) => server)];
		await Promise.all(all.map((server) => server.close()));
	};
	try {
		for (const [i, name] of (['kommo', 'amocrm'] as const).entries()) {
			const server = servers[i];
			if (!server) continue;
			await server.listen({ host: options.host ?? host, port: options.ports?.[name] ?? 0 });
			accounts[name].url = addressOf(server.server.address(), options.host ?? host);
		}
		for (const { account, server } of drives) {
			await server.listen({ host: options.host ?? host, port: 0 });
			account.driveUrl = addressOf(server.server.address(), options.host ?? host);
		}
	} catch (error) {
		await close();
		throw error;
	}
	return sandboxOf(world, accounts, close);
}

function currentMs(options: KommoSandboxOptions): number {
	return options.now?.() ?? Date.now();
}

function sandboxOf(
	world: World,
	accounts: Record<AccountName, AccountRuntime>,
	close: () => Promise<void>,
): KommoSandbox {
	return {
		accounts: { kommo: shown(accounts.kommo), amocrm: shown(accounts.amocrm) },
		requests: (filter) => world.log.find(filter),
		clearRequests: () => world.log.clear(),
		addFault: (fault) => world.faults.add(fault),
		deliver: (order, name = 'kommo') => deliver(world, accounts[name], order),
		clearFaults: () => world.faults.clear(),
		setSwitches: (switches) => {
			world.switches = { ...world.switches, ...switches };
		},
		setLatency: (latency) => {
			world.latency = latency;
		},
		setRateLimit: (rateLimit) => world.limiter.configure(rateLimit),
		reset: () => world.reset(),
		close,
	};
}

function runtime(profile: Profile): AccountRuntime {
	const store = new AccountStore(profile.info, profile.idBase);
	return { name: profile.name, profile, store, tokens: new TokenStore(), url: '', driveUrl: '' };
}

function shown({ name, url, driveUrl, profile, store }: AccountRuntime): SandboxAccount {
	return {
		name,
		url,
		driveUrl,
		subdomain: profile.info.subdomain,
		token: profile.token,
		limitedToken: profile.limitedToken,
		oauth: { clientId: profile.clientId, clientSecret: profile.clientSecret },
		store,
	};
}

function addressOf(address: AddressInfo | string | null, wanted: string): string {
	if (address === null || typeof address === 'string')
		throw new Error('the sandbox has no address');
	// 0.0.0.0 is where it listens, not where one goes
	const name = wanted === '0.0.0.0' || wanted === '::' ? host : wanted;
	return `http://${name.includes(':') ? `[${name}]` : name}:${address.port}`;
}
