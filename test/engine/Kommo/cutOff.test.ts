import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { runNode } from '../../support/engine';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

let server: Server;
let url = '';
let asked: string[] = [];
/** How many of the next answers break off after their first bytes. */
let cuts = 0;

const lead = { id: 7001, name: 'Roof repair', created_at: 1, updated_at: 1 };

/** A list of one lead, and the short answer to a write: both look alike here (fact sheet §3.2). */
function answer({ method = '' }: IncomingMessage, response: ServerResponse): void {
	asked.push(method);
	const text = JSON.stringify({ _embedded: { leads: [lead] } });
	response.writeHead(200, {
		'content-type': 'application/hal+json',
		'content-length': text.length,
	});
	if (cuts === 0) {
		response.end(text);
		return;
	}
	cuts -= 1;
	response.write(text.slice(0, 9), () => response.destroy());
}

beforeAll(async () => {
	server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
});

beforeEach(() => {
	asked = [];
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

async function upsert(cutAnswers: number) {
	cuts = cutAnswers;
	const accessToken = 'token';
	return await runNode({
		nodeType: new Kommo(),
		parameters: {
			authentication: 'apiToken',
			resource: 'lead',
			operation: 'upsert',
			matchBy: 'name',
			matchValue: 'Roof repair',
			additionalFields: { price: 5 },
		},
		credentials: {
			kommoApi: { hostType: 'custom', baseUrl: url, domain: 'kommo.com', accessToken },
		},
	});
}

describe('an answer that breaks off after its status', () => {
	test('is asked for again, reads and changes alike', async () => {
		const { json } = await upsert(2);

		expect(json).toEqual([expect.objectContaining({ id: 7001, action: 'updated' })]);
		expect(asked).toEqual(['GET', 'GET', 'GET', 'PATCH']);
	});

	test('is never taken for "nothing found": nothing is created', async () => {
		const { error } = await upsert(Infinity);

		expect(error?.message).toMatch(/^The answer of '127.0.0.1' was cut off or cannot be read/);
		expect(asked).toEqual(['GET', 'GET', 'GET', 'GET']);
	});
});
