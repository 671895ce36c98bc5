import { onSharedAbort } from '../../../nodes/shared/sharedAbort';

describe('onSharedAbort', () => {
	test('calls all listeners of a signal once, but none that ended', () => {
		const controller = new AbortController();
		const calls: string[] = [];
		onSharedAbort(controller.signal, () => calls.push('first'));
		const end = onSharedAbort(controller.signal, () => calls.push('ended'));
		onSharedAbort(controller.signal, () => calls.push('last'));
		end();
		controller.abort();
		controller.abort();
		expect(calls).toEqual(['first', 'last']);
	});

	test('signals do not mix', () => {
		const [one, other] = [new AbortController(), new AbortController()];
		const calls: string[] = [];
		onSharedAbort(one.signal, () => calls.push('one'));
		onSharedAbort(other.signal, () => calls.push('other'));
		other.abort();
		expect(calls).toEqual(['other']);
	});
});
