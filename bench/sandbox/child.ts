/** The sandbox in a process of its own, so that what the bench measures is the node alone. */
import { startKommoSandbox } from '../../sandbox/kommo';
import { startJitterProxy } from './jitterProxy';
import { Stalls } from './stalls';

/** Requests arrive up to ± 50 ms off their due time. */
const MOST_DELAY_MS = 100;

async function main(): Promise<void> {
	const { accounts } = await startKommoSandbox({ seed: false });
	const { url, token, oauth } = accounts.kommo;
	const jitteredUrl = await startJitterProxy(url, MOST_DELAY_MS);
	const stalls = new Stalls();
	process.send?.({ url, jitteredUrl, token, oauth });
	process.on('message', (message) => {
		if (message === 'reset') stalls.reset();
		else process.send?.({ longestStallMs: stalls.longestMs() });
	});
	process.once('disconnect', () => process.exit(0));
}

void main();
