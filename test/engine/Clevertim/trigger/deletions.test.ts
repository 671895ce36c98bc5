import type { INodeParameters } from 'n8n-workflow';

import { clevertimPolls } from '../../../support/clevertimPolls';
import { useClevertimSandbox } from '../../../support/clevertimSandbox';
import { change, remove, told } from './changes';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const LAX = { mostDeletions: 100 };

describe('many missing records', () => {
	const fill = (count: number) => {
		for (const { id } of sandbox().store.all('contact')) remove(sandbox(), 'contact', id);
		for (let id = 1; id <= count; id += 1) change(sandbox(), 'contact', id, { fn: `N${id}` });
	};

	it('are taken for deleted up to a fifth', async () => {
		fill(10);
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		remove(sandbox(), 'contact', 1, 2);
		expect(told(await trigger.poll())).toEqual(['deleted 1', 'deleted 2']);
	});

	it.each([
		['more than a fifth', [1, 2, 3], /^3 of 10 known contacts are gone from the account/],
		['an empty answer', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], /^All 10 known contacts are gone/],
	])('stop the trigger: %s; when they are back nothing was lost', async (_what, ids, message) => {
		fill(10);
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		const rows = ids.map((id) => sandbox().store.get('contact', id));
		remove(sandbox(), 'contact', ...ids);
		change(sandbox(), 'contact', 50, { fn: 'New' });
		await expect(trigger.poll()).rejects.toThrow(message);
		await expect(trigger.poll()).rejects.toMatchObject({
			description: expect.stringMatching(/'Accept Deletions Until' in the options/) as unknown,
		});

		for (const row of rows) if (row) sandbox().store.put('contact', row);
		expect(told(await trigger.poll())).toEqual(['created 50']);
	});

	it('stop it although deletions start nothing: they would come back as new ones', async () => {
		fill(10);
		const trigger = clevertimPolls(sandbox(), { events: ['created'] });
		await trigger.publish();
		remove(sandbox(), 'contact', 1, 2, 3);
		await expect(trigger.poll()).rejects.toThrow(/^3 of 10/);
	});

	it.each<[string, INodeParameters, boolean]>([
		['the time is not over', { acceptDeletionsUntil: '2099-01-01T00:00:00' }, true],
		['the time is over', { acceptDeletionsUntil: '2020-01-01T00:00:00' }, false],
		['more are believed', { mostDeletions: 30 }, true],
		['fewer are believed', { mostDeletions: 29 }, false],
	])('can be confirmed: %s', async (_what, options, isAccepted) => {
		fill(10);
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		remove(sandbox(), 'contact', 1, 2, 3);
		await expect(trigger.poll()).rejects.toThrow(/^3 of 10/);

		trigger.parameters = { ...trigger.parameters, options };
		if (!isAccepted) return await expect(trigger.publish()).rejects.toThrow(/^3 of 10/);
		expect(told(await trigger.publish())).toEqual(['deleted 1', 'deleted 2', 'deleted 3']);
		expect(await trigger.poll()).toEqual([]);
	});

	it('can be confirmed when all are gone', async () => {
		fill(2);
		const trigger = clevertimPolls(sandbox(), { options: LAX });
		await trigger.publish();
		remove(sandbox(), 'contact', 1, 2);
		expect(told(await trigger.poll())).toEqual(['deleted 1', 'deleted 2']);
	});

	it.each<[INodeParameters, RegExp]>([
		[{ mostDeletions: 101 }, /^'Most Deletions at Once \(Percent\)' is not a number from 0 to 100/],
		[{ acceptDeletionsUntil: 'soon' }, /^'Accept Deletions Until' takes a date, not "soon"/],
	])('with %j are refused', async (options, message) => {
		await expect(clevertimPolls(sandbox(), { options }).publish()).rejects.toThrow(message);
	});
});
