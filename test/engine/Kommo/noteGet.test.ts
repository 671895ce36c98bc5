import { useSandbox } from '../../support/sandbox';
import { byId, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const note = runnerOf(sandbox, 'note');
const ids = (json: Array<{ id?: unknown }>) => json.map(({ id }) => id);

describe('note: get', () => {
	test('asks for one note of a kind of card (§4.8)', async () => {
		const run = await note('get', {
			entityType: 'leads',
			noteId: byId('6002'),
			options: { include: ['is_pinned'] },
		});

		expect(sent(sandbox())).toEqual([
			{
				method: 'GET',
				path: '/api/v4/leads/notes/6002',
				query: { with: 'is_pinned' },
				body: undefined,
			},
		]);
		expect(run.json).toMatchObject([{ id: 6002, is_pinned: false, params: { duration: 42 } }]);
		expect(pairing(run)).toEqual([{ item: 0 }]);
	});

	test('asks for several notes in one request for each kind of card', async () => {
		const run = await note(
			'get',
			{ entityType: '={{ $json.type }}', noteId: byId('={{ $json.id }}'), simplify: false },
			[
				{ type: 'contacts', id: 6004 },
				{ type: 'leads', id: 6001 },
				{ type: 'contacts', id: 6003 },
			],
		);

		expect(sent(sandbox()).map(({ path, query }) => [path, query])).toEqual([
			['/api/v4/contacts/notes', { 'filter[id][]': ['6004', '6003'], limit: '2' }],
			['/api/v4/leads/notes/6001', {}],
		]);
		expect(ids(run.json)).toEqual([6004, 6001, 6003]);
	});

	test('a note of another kind of card does not exist here', async () => {
		const { error } = await note('get', { entityType: 'contacts', noteId: byId(6001) });

		expect(error?.message).toBe('No note has the ID 6001 [item 0]');
	});

	test('gives an empty item for a missing note when asked to', async () => {
		const { json } = await note('get', {
			entityType: 'leads',
			noteId: byId(99999),
			options: { whenNotFound: 'empty' },
		});

		expect(json).toEqual([{}]);
	});
});
