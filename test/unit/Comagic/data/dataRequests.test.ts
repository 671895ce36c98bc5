import type { IDataObject } from 'n8n-workflow';

import { ComagicFailure } from '../../../../nodes/Comagic/transport/apiFailure';
import { answerData, type DataWay } from '../../../../nodes/Comagic/transport/dataRequests';
import { refusedRows } from '../../../../nodes/Comagic/transport/rowRefusals';
import { ApiFailure, type WireRequest } from '../../../../nodes/shared/wire';

/** A way to a service that answers everything with the same data. */
function way(data: unknown): { way: DataWay; sent: WireRequest[] } {
	const sent: WireRequest[] = [];
	const exchange = async (request: WireRequest) => {
		sent.push(request);
		return { status: 200, headers: {}, body: { data, metadata: {} } };
	};
	const recordings = { origins: { app: '', media: '' }, attach: async () => undefined };
	return { way: { exchange, recordings, mostRecords: null }, sent };
}

const params = (request: WireRequest | undefined): unknown =>
	JSON.parse(String(request?.query?.$params));

it('asks for one record by the filter of its list', async () => {
	const { way: to, sent } = way([{ id: 7 }]);
	const { body } = await answerData({ method: 'GET', path: 'data/get.tags/7' }, to);
	expect(body).toEqual({ id: 7 });
	expect(sent[0]?.path).toBe('data/get.tags');
	expect(params(sent[0])).toEqual({ filter: { field: 'id', operator: '=', value: 7 } });
});

it('gives nothing where no record has the id', async () => {
	const { way: to } = way([]);
	const { body } = await answerData({ method: 'GET', path: 'data/get.tags/7' }, to);
	expect(body).toBeNull();
});

it('asks for several records with an or of equals, which every method knows', async () => {
	const { way: to, sent } = way([]);
	const query = { 'filter[id]': [7, 8], limit: 2 };
	await answerData({ method: 'GET', path: 'data/get.tags', query }, to);
	expect(sent[0]?.query).toEqual({ $params: expect.any(String) as string, limit: 2 });
	expect(params(sent[0])).toEqual({
		filter: {
			condition: 'or',
			filters: [
				{ field: 'id', operator: '=', value: 7 },
				{ field: 'id', operator: '=', value: 8 },
			],
		},
	});
});

it('puts the rows of an upload under the name of its list', async () => {
	const { way: to, sent } = way({ success: true });
	const body = [{ ext_id: 'a' }, { ext_id: 'b' }];
	await answerData({ method: 'POST', path: 'data/upload.calls', body }, to);
	expect(sent[0]?.body).toEqual({ calls: body });
});

it('refuses more than 512 KB of calls before they are sent', async () => {
	const { way: to, sent } = way({});
	const body = Array.from({ length: 50 }, () => ({ comment: 'ы'.repeat(6_000) }));
	await expect(answerData({ method: 'POST', path: 'data/upload.calls', body }, to)).rejects.toThrow(
		'512 KB',
	);
	expect(sent).toEqual([]);
});

it('takes an empty list for a write that was carried out', async () => {
	const { way: to } = way([]);
	const answer = await answerData(
		{ method: 'POST', path: 'data/update.tags', body: { id: 1 } },
		to,
	);
	expect(answer.body).toEqual({ data: {}, metadata: {} });
});

it('caps a whole list where the reader takes no more', async () => {
	const rows: IDataObject[] = Array.from({ length: 5 }, (_, id) => ({ id }));
	const { way: to, sent } = way(rows);
	const query = { $list: true, $most: 4 };
	const request: WireRequest = { method: 'GET', path: 'data/get.tags', query };
	await answerData(request, { ...to, mostRecords: 3 });
	await answerData(request, to);
	expect(sent.map((one) => one.query?.limit)).toEqual([3, 4]);
});

describe('a refused upload', () => {
	const refusal = (mnemonic: string) =>
		new ComagicFailure(
			{ message: 'No', description: '', status: 200, request: { method: 'POST', path: 'x' } },
			mnemonic,
		);

	it.each<[string, ApiFailure, number, unknown]>([
		['values of several rows are looked through', refusal('invalid_parameter_value'), 2, []],
		['a single row is meant itself', refusal('invalid_parameter_value'), 1, null],
		['rights are not a matter of rows', refusal('forbidden'), 2, null],
		[
			'a lost connection is not a matter of rows',
			new ApiFailure({
				message: 'No',
				description: '',
				status: null,
				request: { method: 'POST', path: 'x' },
			}),
			2,
			null,
		],
	])('%s', (_name, failure, rows, expected) => {
		expect(refusedRows(failure, rows)).toEqual(expected);
	});
});
