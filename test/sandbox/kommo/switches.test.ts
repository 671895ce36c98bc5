/** Every switch in the position that is not its default; the defaults are the other files' subject. */
import { defaultSwitches, startKommoSandbox, type KommoSandbox } from '../../../sandbox/kommo';
import { ask } from './client';
import { startReceiver, type Receiver } from './receiver';
import { accessCases } from './switchCases/access';
import { deliveriesCases } from './switchCases/deliveries';
import { readingCases } from './switchCases/reading';
import { switchWorld, type SwitchWorld } from './switchCases/switchWorld';
import { writingCases } from './switchCases/writing';

const cases = [...readingCases, ...writingCases, ...accessCases, ...deliveriesCases];
let sandbox: KommoSandbox;
let receiver: Receiver;
let world: SwitchWorld;

beforeAll(async () => {
	sandbox = await startKommoSandbox({
		rateLimit: { enabled: false },
		webhooks: { speed: 100_000, timeoutMs: 10_000 },
	});
	receiver = await startReceiver();
	world = switchWorld(sandbox, receiver);
});
beforeEach(() => {
	sandbox.reset();
	receiver.received.length = 0;
	receiver.answers = [200];
});
afterAll(async () => {
	await receiver.close();
	await sandbox.close();
});

describe('switches', () => {
	it.each(cases.map((c) => [`${JSON.stringify(c.set)}: ${c.says}`, c] as const))(
		'%s',
		async (_name, { set, check }) => {
			sandbox.setSwitches(set);
			await check(world);
		},
	);

	it('all have a case above', () => {
		const covered = new Set(cases.flatMap((c) => Object.keys(c.set)));
		expect(Object.keys(defaultSwitches).filter((key) => !covered.has(key))).toEqual([]);
	});

	it('can be given at the start, and are back after a reset', async () => {
		const other = await startKommoSandbox({
			switches: { namelessLead: 'empty' },
			rateLimit: { enabled: false },
		});
		other.setSwitches({ namelessLead: 'numbered' });
		other.reset();
		await ask(other.accounts.kommo, '/api/v4/leads', { body: [{}] });
		expect(other.accounts.kommo.store.leads.get(7013)?.name).toBe('');
		await other.close();
	});
});
