import type { INodeParameters } from 'n8n-workflow';

import type { Operation } from '../../../nodes/shared/operation';
import { ParameterReader } from '../../../nodes/shared/readFields';
import { readSettings } from '../../../nodes/shared/settings';
import { stubContext } from './stubContext';

const operationWith = (max: number | null): Operation => ({
	option: { name: 'X', value: 'x', routing: { request: { method: 'POST', url: '/x' } } },
	kind: 'write',
	fields: [],
	root: '',
	noun: 'x',
	...(max === null ? {} : { batch: { max, requestId: true } }),
});

const read = (options: INodeParameters, max: number | null = 250) =>
	readSettings(
		new ParameterReader(stubContext({ parameters: { options } }).context),
		operationWith(max),
	);

describe('what is set once for the node', () => {
	test('has defaults', () => {
		expect(read({})).toMatchObject({
			batchSize: 50,
			resendAfterRejection: true,
			validateOnly: false,
			fullEntity: false,
		});
	});

	test.each<[INodeParameters, object]>([
		[{ resendAfterRejection: false }, { resendAfterRejection: false }],
		[{ validateOnly: true }, { validateOnly: true }],
		[{ return: 'entity' }, { fullEntity: true }],
		[{ return: 'values' }, { fullEntity: false }],
		[{ batchSize: 1 }, { batchSize: 1 }],
		[{ batchSize: 250 }, { batchSize: 250 }],
		[{ batchSize: '80' }, { batchSize: 80 }],
	])('%p gives %p', (options, settings) => {
		expect(read(options)).toMatchObject(settings);
	});

	test.each([0, 251, 1.5, -3, 'many', NaN])('Batch Size %p is refused', (batchSize) => {
		expect(() => read({ batchSize })).toThrow(/'Batch Size' is not a whole number from 1 to 250/);
	});

	test('an endpoint that takes less has a smaller default and border', () => {
		expect(read({}, 20).batchSize).toBe(20);
		expect(() => read({ batchSize: 21 }, 20)).toThrow(/from 1 to 20/);
	});

	test('an endpoint without arrays has no batch size, whatever is set', () => {
		expect(read({ batchSize: 'many' }, null).batchSize).toBeNull();
	});
});
