/** All emulators side by side: one port each, two for the Kommo accounts. */
import { startClevertimSandbox, type ClevertimSandbox } from './clevertim';
import { startComagicSandbox, type ComagicSandbox } from './comagic';
import { startKommoSandbox, type KommoSandbox, type KommoSandboxOptions } from './kommo';
import type { LatencyOptions } from './kommo/contract';

/** 0 = any free port. */
export interface SandboxPorts {
	kommo: number;
	amocrm: number;
	clevertim: number;
	comagic: number;
}

export interface StartAllOptions {
	ports: SandboxPorts;
	host?: string;
	latency?: LatencyOptions | undefined;
	/** False: settings without records. */
	seed?: boolean;
	/** What only Kommo has. */
	kommo?: Omit<KommoSandboxOptions, 'ports' | 'host' | 'latency' | 'seed'>;
}

/** About forty a day: enough for every day to have lost ones. */
const SHOWN_CALLS = 3_600;

export interface Sandboxes {
	kommo: KommoSandbox;
	clevertim: ClevertimSandbox;
	comagic: ComagicSandbox;
	close: () => Promise<void>;
}

/** Resolves when all listen; when one cannot, those that do are closed again. */
export async function startAll(options: StartAllOptions): Promise<Sandboxes> {
	const { ports, host, latency, seed } = options;
	const shared = { ...(host === undefined ? {} : { host }), ...(latency ? { latency } : {}) };
	const records = seed === undefined ? {} : { seed };
	const { kommo: kommoPort, amocrm } = ports;
	const started: Array<{ close: () => Promise<void> }> = [];
	const kept = async <T extends { close: () => Promise<void> }>(starting: Promise<T>) => {
		const sandbox = await starting;
		started.push(sandbox);
		return sandbox;
	};
	const close = async (): Promise<void> => {
		await Promise.all(started.map(async (sandbox) => await sandbox.close()));
	};
	try {
		const kommo = await kept(
			startKommoSandbox({
				...options.kommo,
				...shared,
				...records,
				ports: { kommo: kommoPort, amocrm },
			}),
		);
		const clevertim = await kept(
			startClevertimSandbox({ ...shared, ...records, port: ports.clevertim }),
		);
		const comagic = await kept(
			startComagicSandbox({
				...shared,
				seed: seed === false ? false : { calls: SHOWN_CALLS },
				port: ports.comagic,
			}),
		);
		return { kommo, clevertim, comagic, close };
	} catch (error) {
		await close();
		throw error;
	}
}
