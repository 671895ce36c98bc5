import { closeLedger, openLedger } from '../../../nodes/shared/ledger';
import { stubContext } from './stubContext';

const retrying = { node: { retryOnFail: true } };

describe('the ledger of a run', () => {
	test('is the same for every try of a run', () => {
		const execution = {};
		openLedger(stubContext({ ...retrying, execution }).context)?.set(3, { answer: { id: 7 } });

		expect(openLedger(stubContext({ ...retrying, execution }).context)?.get(3)).toEqual({
			answer: { id: 7 },
		});
	});

	test.each([
		['another execution', { execution: {} }],
		['another run of the node (a loop)', { runIndex: 1 }],
	])('is another one for %s', (_name, other) => {
		const first = { ...retrying, execution: {} };
		openLedger(stubContext(first).context)?.set(0, { answer: {} });

		expect(openLedger(stubContext({ ...first, ...other }).context)?.size).toBe(0);
	});

	test('is forgotten with the run that succeeded', () => {
		const { context } = stubContext({ ...retrying, execution: {} });
		openLedger(context)?.set(0, { answer: {} });
		closeLedger(context);

		expect(openLedger(context)?.size).toBe(0);
	});

	test('leaves nothing in what n8n stores with the execution', () => {
		const execution = {};
		openLedger(stubContext({ ...retrying, execution }).context)?.set(0, { answer: { id: 1 } });

		expect(execution).toEqual({});
	});

	test.each([
		['without Retry On Fail', { node: { retryOnFail: false } }],
		['for a tool', { ...retrying, isTool: true }],
	])('does not exist %s', (_name, stub) => {
		expect(openLedger(stubContext(stub).context)).toBeNull();
	});
});
