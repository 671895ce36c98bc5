import { createServer } from 'node:net';
import { assertPortFree, freePort, PortTakenError } from '../../../sandbox/n8n/ports';

describe('ports', () => {
	it('says which port is taken and what it was wanted for', async () => {
		const port = await freePort();
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
		const refusal = assertPortFree(port, 'n8n');
		await expect(refusal).rejects.toThrow(PortTakenError);
		await expect(refusal).rejects.toThrow(`Port ${port} (n8n) is taken by another program.`);
		await new Promise((resolve) => server.close(resolve));
	});

	it('passes for a port nobody listens on', async () => {
		await expect(assertPortFree(await freePort(), 'n8n')).resolves.toBeUndefined();
	});
});
