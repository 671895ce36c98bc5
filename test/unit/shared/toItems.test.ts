import { NodeOperationError, type INode } from 'n8n-workflow';

import type { Outcome } from '../../../nodes/shared/row';
import { toItems } from '../../../nodes/shared/toItems';

const node: INode = {
	id: 'n',
	name: 'Kommo',
	type: 'kommo',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const failure = new NodeOperationError(node, 'Not a price', { description: 'Use digits' });
const failed: Outcome = { ok: false, failure };
const found = (...ids: number[]): Outcome => ({ ok: true, records: ids.map((id) => ({ id })) });

const input = ['a', 'b', 'c'].map((name) => ({
	json: { name, error: 'of an earlier node' },
	binary: { file: { data: '', mimeType: 'text/plain' } },
}));

describe('items of the output', () => {
	test('stand in the order of the input, several for one item, each paired', () => {
		// outcomes come in the order in which they were known
		const outcomes = new Map([
			[2, found(5)],
			[0, found(1, 2)],
		]);

		expect(toItems(outcomes, input, node)).toEqual([
			{ json: { id: 1 }, pairedItem: { item: 0 } },
			{ json: { id: 2 }, pairedItem: { item: 0 } },
			{ json: { id: 5 }, pairedItem: { item: 2 } },
		]);
	});

	test('a good item takes over nothing of the input', () => {
		const [item] = toItems(new Map([[0, found(1)]]), input, node);

		expect(item).toEqual({ json: { id: 1 }, pairedItem: { item: 0 } });
	});

	test('one that went wrong keeps its input and file on the regular output', () => {
		const items = toItems(
			new Map([
				[0, found(1)],
				[1, failed],
			]),
			input,
			node,
		);

		expect(items[1]).toEqual({
			json: { name: 'b', error: 'Not a price', details: 'Use digits' },
			binary: input[1]?.binary,
			pairedItem: { item: 1 },
		});
	});

	test('for the error output n8n adds the input, and the good ones come first', () => {
		const items = toItems(
			new Map([
				[0, failed],
				[1, found(1)],
			]),
			input,
			{ ...node, onError: 'continueErrorOutput' },
		);

		expect(items.map(({ json }) => json)).toEqual([
			{ id: 1 },
			{ error: 'Not a price', details: 'Use digits' },
		]);
	});

	test.each([undefined, 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'with Retry On Fail the first json has no error, On Error %s: n8n would run all again',
		(onError) => {
			const retrying: INode = { ...node, retryOnFail: true, ...(onError ? { onError } : {}) };
			const [first, second] = toItems(
				new Map([
					[0, failed],
					[1, failed],
				]),
				input,
				retrying,
			);

			expect(first?.json.error).toBeUndefined();
			expect(first?.error).toBe(failure);
			expect(second?.json.error).toBe('Not a price');
		},
	);
});
