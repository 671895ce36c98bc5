import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at, problemsOf } from './client';

let sandbox: KommoSandbox;
let kommo: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({ rateLimit: { enabled: false } });
	kommo = sandbox.accounts.kommo;
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Entity = 'leads' | 'contacts' | 'companies';

const write = (type: Entity, id: number, field: object) =>
	ask(kommo, `/api/v4/${type}/${id}`, { method: 'PATCH', body: { custom_fields_values: [field] } });

async function readBack(type: Entity, id: number, fieldId: number): Promise<unknown> {
	const entity = await ask(kommo, `/api/v4/${type}/${id}`);
	const fields = at(entity.json, 'custom_fields_values');
	const list: unknown[] = Array.isArray(fields) ? fields : [];
	return at(
		list.find((f) => at(f, 'field_id') === fieldId),
		'values',
	);
}

const everyKey = {
	entity_type: null,
	vat_id: null,
	tax_registration_reason_code: null,
	address: null,
	real_address: null,
	kpp: null,
	bank_code: null,
	bank_account_number: null,
	director: null,
	external_uid: null,
	unp: null,
	bin: null,
	egrpou: null,
	mfo: null,
	oked: null,
};
const channel = { value: 'Ads', enum_id: 310102, enum_code: null };

describe('write and read shapes (§4.13)', () => {
	it.each<[string, Entity, number, unknown[], unknown[]]>([
		['text', 'leads', 3102, [{ value: 'A-1' }], [{ value: 'A-1' }]],
		['textarea', 'leads', 3110, [{ value: 'a\nb' }], [{ value: 'a\nb' }]],
		['streetaddress', 'leads', 3111, [{ value: 'Main st' }], [{ value: 'Main st' }]],
		['tracking_data', 'leads', 3121, [{ value: 'x' }], [{ value: 'x' }]],
		['url', 'leads', 3109, [{ value: 'https://a.example' }], [{ value: 'https://a.example' }]],
		['numeric, sent as number', 'leads', 3103, [{ value: 12.5 }], [{ value: '12.5' }]],
		['numeric, sent as text', 'leads', 3103, [{ value: '0' }], [{ value: '0' }]],
		['monetary', 'leads', 3113, [{ value: '99.90' }], [{ value: '99.9', currency: 'USD' }]],
		['checkbox', 'leads', 3107, [{ value: false }], [{ value: false }]],
		['date as Unix seconds', 'leads', 3105, [{ value: 1767225600 }], [{ value: 1767225600 }]],
		[
			'date as RFC 3339',
			'leads',
			3105,
			[{ value: '2026-01-01T00:00:00+00:00' }],
			[{ value: 1767225600 }],
		],
		[
			'date_time with an offset',
			'leads',
			3108,
			[{ value: '2026-01-01T03:00:00+03:00' }],
			[{ value: 1767225600 }],
		],
		['birthday', 'contacts', 3005, [{ value: 0 }], [{ value: 0 }]],
		['select by text', 'leads', 3101, [{ value: 'Ads' }], [channel]],
		['select by enum_id', 'leads', 3101, [{ enum_id: 310102 }], [channel]],
		[
			'select by enum_code',
			'contacts',
			3006,
			[{ enum_code: 'ES' }],
			[{ value: 'Spanish', enum_id: 300602, enum_code: 'ES' }],
		],
		[
			'radiobutton',
			'leads',
			3106,
			[{ value: 'Courier' }],
			[{ value: 'Courier', enum_id: 310602, enum_code: 'COURIER' }],
		],
		[
			'multiselect',
			'leads',
			3104,
			[{ value: 'Doors' }, { enum_id: 310404 }],
			[
				{ value: 'Doors', enum_id: 310402, enum_code: null },
				{ value: 'Garden', enum_id: 310404, enum_code: null },
			],
		],
		[
			'multitext, WORK without a kind',
			'contacts',
			3001,
			[{ value: '+1' }, { value: '+2', enum_code: 'MOB' }, { value: '+3', enum_id: 300105 }],
			[
				{ value: '+1', enum_id: 300101, enum_code: 'WORK' },
				{ value: '+2', enum_id: 300103, enum_code: 'MOB' },
				{ value: '+3', enum_id: 300105, enum_code: 'HOME' },
			],
		],
		[
			'smart_address',
			'leads',
			3112,
			[
				{ value: 'Main st 1', enum_code: 'address_line_1' },
				{ value: 'US', enum_id: 6 },
			],
			[
				{ value: 'Main st 1', enum_id: 1, enum_code: 'address_line_1' },
				{ value: 'US', enum_id: 6, enum_code: 'country' },
			],
		],
		[
			'legal_entity',
			'companies',
			3206,
			[{ value: { name: 'Acme LLC', entity_type: 2, vat_id: '77' } }],
			[{ value: { ...everyKey, name: 'Acme LLC', entity_type: 2, vat_id: '77' } }],
		],
		[
			'linked_entity',
			'leads',
			3116,
			[{ value: { name: 'Ana', entity_id: 8101, entity_type: 'contacts' } }],
			[{ value: { name: 'Ana', entity_id: 8101, entity_type: 'contacts', catalog_id: null } }],
		],
		[
			'chained_list',
			'leads',
			3117,
			[{ catalog_id: 2001, catalog_element_id: 5501 }],
			[{ catalog_id: 2001, catalog_element_id: 5501 }],
		],
		[
			'file',
			'leads',
			3115,
			[{ value: { file_uuid: 'u', version_uuid: 'v', file_name: 'a.pdf', file_size: 3 } }],
			[{ value: { file_uuid: 'u', version_uuid: 'v', file_name: 'a.pdf', file_size: 3 } }],
		],
		['org_legal_name', 'companies', 3207, [{ value: 'Acme' }], [{ value: 'Acme' }]],
	])('%s', async (_what, type, fieldId, sent, read) => {
		const id = { leads: 7005, contacts: 8108, companies: 8204 }[type];
		const reply = await write(type, id, { field_id: fieldId, values: sent });
		expect([reply.status, reply.text.includes('validation')]).toEqual([200, false]);
		expect(await readBack(type, id, fieldId)).toEqual(read);
	});

	it('has a definition of every type an entity can have (§4.12)', () => {
		const types = new Set([...kommo.store.customFields.values()].map((f) => f.type));
		const catalogOnly = ['price', 'category', 'items', 'payer', 'supplier'];
		const known =
			'text numeric checkbox select multiselect date url textarea radiobutton streetaddress smart_address birthday legal_entity date_time price category items multitext tracking_data linked_entity chained_list monetary file payer supplier org_legal_name'.split(
				' ',
			);
		expect(known.filter((type) => !types.has(type))).toEqual(catalogOnly);
	});

	it('takes field_code instead of field_id, and shows both on reading', async () => {
		await write('contacts', 8108, { field_code: 'POSITION', values: [{ value: 'Boss' }] });
		const contact = await ask(kommo, '/api/v4/contacts/8108');
		expect(at(contact.json, 'custom_fields_values')).toContainEqual({
			field_id: 3003,
			field_name: 'Position',
			field_code: 'POSITION',
			field_type: 'text',
			values: [{ value: 'Boss' }],
		});
	});

	it('touches listed fields only and replaces their values', async () => {
		await write('contacts', 8101, { field_code: 'PHONE', values: [{ value: '+1' }] });
		expect(await readBack('contacts', 8101, 3001)).toHaveLength(1);
		expect(await readBack('contacts', 8101, 3002)).toHaveLength(1);
	});

	it.each([null, []])(
		'clears a field by %j; custom_fields_values is null when none is left',
		async (values) => {
			await write('companies', 8203, { field_id: 3203, values });
			const company = await ask(kommo, '/api/v4/companies/8203');
			expect(at(company.json, 'custom_fields_values')).toBeNull();
		},
	);
});

describe('refused values (§3.3, §4.13)', () => {
	const list = 'custom_fields_values.0';
	it.each<[string, object, string]>([
		['an unknown field', { field_id: 1, values: [] }, `NotSupportedChoice ${list}.field_id`],
		[
			'a field of another entity',
			{ field_id: 3001, values: [{ value: '+1' }] },
			`NotSupportedChoice ${list}.field_id`,
		],
		[
			'an unknown code',
			{ field_code: 'NOPE', values: [] },
			`NotSupportedChoice ${list}.field_code`,
		],
		['no field at all', { values: [] }, `FieldMissing ${list}.field_id`],
		['values that are no list', { field_id: 3102, values: 'x' }, `InvalidType ${list}.values`],
		[
			'a number where text is due',
			{ field_id: 3102, values: [{ value: 5 }] },
			`InvalidType ${list}.values.0.value`,
		],
		[
			'text where a number is due',
			{ field_id: 3103, values: [{ value: 'many' }] },
			`InvalidType ${list}.values.0.value`,
		],
		[
			'text where a flag is due',
			{ field_id: 3107, values: [{ value: '1' }] },
			`InvalidType ${list}.values.0.value`,
		],
		[
			'a date without a zone',
			{ field_id: 3105, values: [{ value: '2026-01-01' }] },
			`InvalidType ${list}.values.0.value`,
		],
		[
			'an option that is not in the list',
			{ field_id: 3101, values: [{ value: 'ads' }] },
			`NotSupportedChoice ${list}.values.0.value`,
		],
		[
			'an unknown enum_id',
			{ field_id: 3104, values: [{ value: 'Doors' }, { enum_id: 1 }] },
			`NotSupportedChoice ${list}.values.1.enum_id`,
		],
		[
			'an unknown enum_code',
			{ field_id: 3106, values: [{ enum_code: 'X' }] },
			`NotSupportedChoice ${list}.values.0.enum_code`,
		],
		[
			'two values for a single one',
			{ field_id: 3102, values: [{ value: 'a' }, { value: 'b' }] },
			`TooMany ${list}.values`,
		],
		[
			'an address part without a kind',
			{ field_id: 3112, values: [{ value: 'x' }] },
			`NotSupportedChoice ${list}.values.0.enum_code`,
		],
		[
			'a legal entity without a name',
			{ field_id: 3114, values: [{ value: {} }] },
			`NotBlank ${list}.values.0.value.name`,
		],
		[
			'a chained list with a value',
			{ field_id: 3117, values: [{ value: 1, catalog_id: 1, catalog_element_id: 1 }] },
			`FieldNotExpected ${list}.values.0.value`,
		],
		[
			'a file without a uuid',
			{ field_id: 3115, values: [{ value: {} }] },
			`InvalidType ${list}.values.0.value.file_uuid`,
		],
	])('%s', async (_what, field, problem) => {
		const reply = await write('leads', 7001, field);
		expect(reply.status).toBe(400);
		expect(problemsOf(reply)).toEqual([`0: ${problem}`]);
	});
});
