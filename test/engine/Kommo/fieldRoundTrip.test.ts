import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../support/sandbox';
import { CASES } from './customFieldCases';
import { bodies, byId, runnerOf } from './kommoRunner';
import { mapped } from './mapper';

const sandbox = useSandbox();

const LOCATORS = { lead: 'leadId', contact: 'contactId', company: 'companyId' };
const STORES = { lead: 'leads', contact: 'contacts', company: 'companies' } as const;

describe.each(['get', 'search'] as const)('what %s gives can be written again', (read) => {
	test.each(CASES)('$type', async (one) => {
		const run = runnerOf(sandbox, one.resource);
		const locator = LOCATORS[one.resource];
		const { store } = sandbox().accounts.kommo;
		const column = `${one.field}${one.kind ? `:${one.kind}` : ''}`;
		const given = one.given as IDataObject;
		const more = { timezone: 'Europe/Berlin' };
		const parameters = mapped({ [column]: '={{ $json.given }}' });
		const made = await run('create', { name: 'Round trip', ...parameters }, [{ given }], more);
		const id = Number(made.json[0]?.id);
		const stored = () => structuredClone(store[STORES[one.resource]].get(id)?.values);
		const before = stored();
		expect(before?.has(one.field)).toBe(true);
		sandbox().clearRequests();

		const found = await run(
			read,
			read === 'get' ? { [locator]: byId(id) } : { query: 'Round trip' },
			[{}],
			more,
		);
		const card = found.json.find((record) => record.id === id);
		const again = await run(
			'update',
			{ [locator]: byId(id), updateFields: { fieldMap: '={{ $json.customFields }}' } },
			[card ?? {}],
			more,
		);

		expect(again.error).toBeNull();
		expect(bodies(sandbox(), 'PATCH')).toMatchObject([
			[{ id, custom_fields_values: [{ field_id: one.field }] }],
		]);
		expect(stored()).toEqual(before);
	});
});
