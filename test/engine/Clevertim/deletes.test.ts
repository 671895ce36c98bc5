import type { CollectionName } from '../../../sandbox/clevertim';
import { Clevertim } from '../../../nodes/Clevertim/Clevertim.node';
import { runAsTool } from '../../support/engine';
import {
	byId,
	clevertimCredentials,
	clevertimRunner,
	lines,
	sent,
	useClevertimSandbox,
} from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = async (resource: string, ...more: Parameters<ReturnType<typeof clevertimRunner>>) =>
	await clevertimRunner(sandbox, resource)(...more);

const KINDS: Array<[resource: string, kind: CollectionName, idField: string, id: number | string]> =
	[
		['contact', 'contact', 'contactId', 13],
		['company', 'company', 'companyId', 16],
		['opportunity', 'opportunity', 'opportunityId', 3],
		['case', 'case', 'caseId', 2],
		['task', 'task', 'taskId', 2],
		['note', 'note', 'noteId', 2],
		['comment', 'comment', 'commentId', 2],
		['customField', 'customfield', 'customFieldId', 14],
		['folder', 'folder', 'folderId', 'f2'],
		['file', 'file', 'fileId', 2],
		['linkedFile', 'linkedfile', 'linkedFileId', 1],
	];

describe.each(KINDS)('a %s', (resource, kind, idField, id) => {
	it.each(['status', 'empty'] as const)(
		'is deleted without a body; the answer (%s) becomes { deleted, id } (§3, §4)',
		async (deleteAnswer) => {
			sandbox().setSwitches({ deleteAnswer });
			const { json, items } = await run(resource, 'delete', { [idField]: byId(id) });

			expect(sent(sandbox())).toEqual([
				{ method: 'DELETE', path: `/api/${kind}/${id}`, body: undefined },
			]);
			expect(json).toEqual([{ deleted: true, id }]);
			expect(items[0]?.pairedItem).toEqual({ item: 0 });
			expect(sandbox().store.get(kind, id)).toBeUndefined();
		},
	);

	it('that is not there is named', async () => {
		const missing = kind === 'folder' ? 'f99' : 99;
		const { error } = await run(resource, 'delete', { [idField]: byId(missing) });
		expect(error?.message).toMatch(new RegExp(`^No [a-z ]+ has the ID ${missing}$`));
		expect(error?.httpCode).toBe('404');
	});
});

describe('a delete', () => {
	it('twice in one run goes one after the other', async () => {
		const parameters = { contactId: byId('={{ $json.id }}') };
		const { json } = await run('contact', 'delete', parameters, [{ id: 13 }, { id: 13 }], {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(json).toMatchObject([{ deleted: true }, { error: 'No contact has the ID 13' }]);
	});

	it('without the right says so', async () => {
		for (const refusalStatus of [400, 403] as const) {
			sandbox().setSwitches({ refusalStatus });
			const { error } = await run('contact', 'delete', { contactId: byId(13) }, [{}], {
				user: 'member',
			});
			expect(error?.message).toBe('The user of the API key may not do this');
		}
		expect(sandbox().store.get('contact', 13)).toBeDefined();
	});

	it('shows its request only, when nothing is to be sent', async () => {
		const { json } = await run('contact', 'delete', {
			contactId: byId(13),
			options: { validateOnly: true },
		});
		expect(json).toMatchObject([{ method: 'DELETE', path: '/api/contact/13' }]);
		expect(lines(sandbox())).toEqual([]);
	});
});

describe('as a tool of an agent', () => {
	const asTool = async (parameters: object) =>
		await runAsTool({
			nodeType: new Clevertim(),
			typeName: 'n8n-nodes-kommo-suite.clevertim',
			parameters: { resource: 'contact', operation: 'delete', contactId: byId(13), ...parameters },
			credentials: clevertimCredentials(sandbox()),
		});

	it('nothing is deleted without leave', async () => {
		const result = await asTool({});
		expect(JSON.stringify(result)).toMatch(/Allow Deleting as Tool/);
		expect(lines(sandbox())).toEqual([]);
	});

	it('a custom request deletes nothing either', async () => {
		await asTool({ resource: 'api', operation: 'call', method: 'DELETE', path: 'contact/13' });
		expect(lines(sandbox())).toEqual([]);
	});

	it('with leave it is', async () => {
		await asTool({ options: { allowToolDelete: true } });
		expect(lines(sandbox())).toEqual(['DELETE /api/contact/13']);
	});
});
