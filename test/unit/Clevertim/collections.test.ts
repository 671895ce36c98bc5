import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../../nodes/shared/shown';
import { Collections } from '../../../nodes/Clevertim/transport/collections';

function collectionsOf(records: IDataObject[]) {
	const reads: string[] = [];
	let failures = 0;
	const fail = (times: number) => {
		failures = times;
	};
	const answer = <T>(what: string, value: T): T => {
		reads.push(what);
		if (failures > 0) {
			failures -= 1;
			throw new Error('refused');
		}
		return value;
	};
	const collections = new Collections({
		all: async (name) => answer(name, records),
		one: async (name, id) =>
			answer(
				`${name}/${id}`,
				records.find((record) => shown(record.id) === id),
			),
	});
	return { collections, reads, fail };
}

const PEOPLE = Array.from({ length: 20 }, (_, index) => ({ id: index + 1, fn: `P${index + 1}` }));

describe('a collection', () => {
	it('is read once, also by those who ask at the same time', async () => {
		const { collections, reads } = collectionsOf(PEOPLE);
		await Promise.all([collections.all('contact'), collections.all('contact')]);
		await collections.all('contact');
		expect(reads).toEqual(['contact']);
	});

	it('is read again after a failure', async () => {
		const { collections, reads, fail } = collectionsOf(PEOPLE);
		fail(1);
		await expect(collections.all('contact')).rejects.toThrow('refused');
		expect(await collections.all('contact')).toHaveLength(20);
		expect(reads).toEqual(['contact', 'contact']);
	});

	it('is read again once it is forgotten', async () => {
		const { collections, reads } = collectionsOf(PEOPLE);
		await collections.all('user');
		collections.forget('user');
		await collections.all('user');
		expect(reads).toEqual(['user', 'user']);
	});

	it('knows what the run wrote', async () => {
		const { collections } = collectionsOf(PEOPLE);
		await collections.all('contact');
		await collections.note('contact', '99', { id: 99, fn: 'New' });
		await collections.note('contact', '2', { id: 2, title: 'x' });
		await collections.note('contact', '1', undefined);
		expect(await collections.find('contact', '99')).toEqual({ id: 99, fn: 'New' });
		expect(await collections.find('contact', '2')).toEqual({ id: 2, fn: 'P2', title: 'x' });
		expect(await collections.find('contact', '1')).toBeUndefined();
		expect(await collections.all('contact')).toHaveLength(20);
	});
});

describe('looking records up', () => {
	it('reads each once; after ten of a kind, all of them', async () => {
		const { collections, reads } = collectionsOf(PEOPLE);
		for (const round of [1, 2]) {
			for (let id = 1; id <= 12; id++) {
				expect([round, (await collections.find('contact', String(id)))?.id]).toEqual([round, id]);
			}
		}
		expect(reads).toHaveLength(11);
		expect(reads.at(-1)).toBe('contact');
	});

	it('never reads all files or folders, which may not be listed (§4)', async () => {
		const { collections, reads } = collectionsOf(PEOPLE);
		for (let id = 1; id <= 12; id++) await collections.find('file', String(id));
		expect(reads).toHaveLength(12);
		expect(reads).not.toContain('file');
	});

	it('asks again for one that could not be read', async () => {
		const { collections, reads, fail } = collectionsOf(PEOPLE);
		fail(1);
		await expect(collections.find('contact', '1')).rejects.toThrow('refused');
		expect(await collections.find('contact', '1')).toMatchObject({ id: 1 });
		expect(reads).toEqual(['contact/1', 'contact/1']);
	});

	it('does not take a deleted record for one that is there', async () => {
		const { collections } = collectionsOf([]);
		expect(await collections.find('contact', '1')).toBeUndefined();
	});
});
