import { manageOperation, startOperation } from '../../../../nodes/Comagic/fields/callOperations';

const USE = { name: 'A', value: 'a', action: 'A', description: 'A', method: 'a.b' };

test.each([
	[{ call_session_id: 5, success: true }, true],
	[{ call_session_id: 5, success: 'true' }, true],
	[{ call_session_id: 5 }, true],
	[{ call_session_id: 5, success: false }, false],
	[{ call_session_id: 5, success: 'false' }, false],
])('an answer %j tells of success: %s', (answer, success) => {
	expect(manageOperation(USE).spread?.(answer)).toEqual([{ call_session_id: 5, success }]);
});

test('a started call begins with the id of its session, and has no other id', () => {
	const [item] =
		startOperation(USE).spread?.({ id: undefined, contact: '7', call_session_id: 5 }) ?? [];

	expect(Object.keys(item ?? {})).toEqual(['call_session_id', 'contact']);
});
