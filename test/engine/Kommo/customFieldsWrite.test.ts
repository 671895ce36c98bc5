import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../support/sandbox';
import { CASES } from './customFieldCases';
import { byId, runnerOf } from './kommoRunner';
import { mapped } from './mapper';
import { onlyRow } from './onlyRow';

const sandbox = useSandbox();

const LOCATORS = { lead: 'leadId', contact: 'contactId', company: 'companyId' };

describe.each(['kommo', 'amocrm'] as const)('custom fields through the mapper, %s', (account) => {
	const isKommo = account === 'kommo';
	const base = isKommo ? 0 : 1_000_000;

	test.each(CASES)('$type (fact sheet §4.13)', async (one) => {
		const run = runnerOf(sandbox, one.resource);
		const column = `${base + one.field}${one.kind ? `:${one.kind}` : ''}`;
		const parameters = mapped({ [column]: '={{ $json.given }}' });
		const more = { account, timezone: 'Europe/Berlin' };
		const given = idsOf(account, one.given) as IDataObject;
		const created = await run('create', parameters, [{ given }], more);

		expect(created.error).toBeNull();
		expect(onlyRow(sandbox())).toEqual({
			custom_fields_values: [{ field_id: base + one.field, values: one.wire(base) }],
		});
		const id = Number(created.json[0]?.id);
		const stored = await run('get', { [LOCATORS[one.resource]]: byId(id) }, [{}], more);
		const name = sandbox().accounts[account].store.customFields.get(base + one.field)?.name ?? '';
		expect(stored.json[0]?.customFields).toEqual({ [name]: one.read(isKommo) });
	});
});

/** Option ids of the other account begin with its own field ids. */
function idsOf(account: 'kommo' | 'amocrm', given: unknown): unknown {
	const shift = (one: unknown) =>
		typeof one === 'number' && one > 300_000 && one < 400_000 ? one + 100_000_000 : one;
	if (account === 'kommo') return given;
	return Array.isArray(given) ? given.map(shift) : shift(given);
}
