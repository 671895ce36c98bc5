import type { IDataObject } from 'n8n-workflow';

import type { KindName } from '../../../nodes/Clevertim/kinds';
import { shown } from '../../../nodes/shared/shown';
import { withReferences } from '../../../nodes/Clevertim/transport/references';

function sourceOf(records: Partial<Record<KindName, IDataObject[]>>) {
	const reads: string[] = [];
	return {
		reads,
		all: async (name: KindName) => {
			reads.push(name);
			return records[name] ?? [];
		},
		find: async (name: KindName, id: string) => {
			reads.push(`${name}/${id}`);
			return records[name]?.find((record) => shown(record.id) === id);
		},
	};
}

describe('a customer whose ID a contact and a company share (fact sheet §5, §7)', () => {
	const source = (contactLinks: number[], companyLinks: number[]) =>
		sourceOf({
			contact: [{ id: 5, fn: 'Ana', notes: contactLinks }],
			company: [{ id: 5, cn: 'Hill', notes: companyLinks }],
		});

	it.each([
		['the company that links back', [], [1], 'company'],
		['the contact that links back', [1], [], 'contact'],
		['the contact, when neither does', [], [], 'contact'],
		['the contact, when both do', [1], [1], 'contact'],
	])('is %s', async (_name, contactLinks, companyLinks, kind) => {
		const records = [{ id: 1, cust: [5] }];
		const [note] = await withReferences(source(contactLinks, companyLinks), 'note', records, [
			'cust',
		]);
		expect(note?.referenced).toMatchObject({ cust: [{ kind, id: 5 }] });
	});
});

describe('references', () => {
	it('read each kind once, and no kind that nothing points to', async () => {
		const source = sourceOf({ user: [{ id: 1 }, { id: 2 }] });
		const records = [
			{ id: 1, leadUser: 1, userId: 2 },
			{ id: 2, leadUser: 2, tasks: [] },
		];
		const found = await withReferences(source, 'case', records, ['leadUser', 'userId', 'tasks']);
		expect(source.reads).toEqual(['user']);
		expect(found.map(({ referenced }) => referenced)).toEqual([
			{ leadUser: { id: 1 }, userId: { id: 2 } },
			{ leadUser: { id: 2 }, tasks: [] },
		]);
	});

	it('read files one by one, each once: lists of them are not documented (§4)', async () => {
		const source = sourceOf({ file: [{ id: 1 }] });
		const records = [
			{ id: 1, files: [1, 2] },
			{ id: 2, files: [1] },
		];
		const found = await withReferences(source, 'contact', records, ['files']);
		expect(source.reads).toEqual(['file/1', 'file/2']);
		expect(found.map(({ referenced }) => referenced)).toEqual([
			{ files: [{ id: 1 }] },
			{ files: [{ id: 1 }] },
		]);
	});

	it('compare IDs whatever their type is', async () => {
		const source = sourceOf({ company: [{ id: '12' }] });
		const [contact] = await withReferences(
			source,
			'contact',
			[{ id: 1, companyId: 12 }],
			['companyId'],
		);
		expect(contact?.referenced).toEqual({ companyId: { id: '12' } });
	});

	it('leave the records themselves alone', async () => {
		const records = [{ id: 1, companyId: 12 }];
		await withReferences(sourceOf({ company: [{ id: 12 }] }), 'contact', records, ['companyId']);
		expect(records).toEqual([{ id: 1, companyId: 12 }]);
	});
});
