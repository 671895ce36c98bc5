import type { ICredentialType } from 'n8n-workflow';

import { ClevertimApi } from '../../../credentials/ClevertimApi.credentials';
import { ComagicApi } from '../../../credentials/ComagicApi.credentials';
import { KommoApi } from '../../../credentials/KommoApi.credentials';
import { credentialForms } from '../../../sandbox/demo/credentials';
import { startAll, type Sandboxes } from '../../../sandbox/startAll';

const FREE = { kommo: 0, amocrm: 0, clevertim: 0, comagic: 0 };

let sandboxes: Sandboxes;
beforeAll(async () => {
	sandboxes = await startAll({ ports: FREE });
});
afterAll(async () => await sandboxes.close());

describe('the credentials of the demo', () => {
	it.each<[string, ICredentialType]>([
		['kommoApi', new KommoApi()],
		['clevertimApi', new ClevertimApi()],
		['comagicApi', new ComagicApi()],
	])(
		'%s fills in fields of the form, and all that are always required',
		(type, { name, properties }) => {
			expect(name).toBe(type);
			const data = credentialForms(sandboxes)[type]?.data ?? {};
			const fields = properties.map((property) => property.name);
			expect(fields).toEqual(expect.arrayContaining(Object.keys(data)));
			for (const { name: field, required, displayOptions } of properties) {
				if (required && !displayOptions)
					expect([field, data[field]]).not.toEqual([field, undefined]);
			}
		},
	);

	it('are named after the sandbox', () => {
		const names = Object.values(credentialForms(sandboxes)).map(({ name }) => name);
		expect(names).toEqual(['Kommo sandbox', 'Clevertim (sandbox)', 'Comagic (sandbox)']);
	});

	it('open the emulated services', async () => {
		const { clevertimApi, comagicApi } = credentialForms(sandboxes);
		const key = Buffer.from(`${String(clevertimApi?.data.apiKey)}:X`).toString('base64');
		const clevertim = await fetch(`${String(clevertimApi?.data.baseUrl)}/user`, {
			headers: { authorization: `Basic ${key}` },
		});
		expect(clevertim.status).toBe(200);
		const params = { access_token: comagicApi?.data.accessToken };
		const comagic = await fetch(String(comagicApi?.data.dataApiUrl), {
			method: 'POST',
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'get.tags', params }),
		});
		expect(await comagic.json()).toHaveProperty('result.data');
	});
});

describe('all sandboxes together', () => {
	it('close again when one of them finds its port taken', async () => {
		const taken = Number(new URL(sandboxes.comagic.url).port);
		const starting = startAll({ ports: { ...FREE, comagic: taken } });
		await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE', port: taken });
	});

	it('have no records with seed: false', async () => {
		const empty = await startAll({ ports: FREE, seed: false });
		expect(empty.clevertim.store.all('contact')).toEqual([]);
		expect(empty.comagic.store.traffic.size).toBe(0);
		expect(empty.kommo.accounts.kommo.store.leads.size).toBe(0);
		await empty.close();
	});
});
