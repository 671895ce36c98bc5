import { resources } from '../../../nodes/Kommo/resources';
import { useSandbox } from '../../support/sandbox';
import { BASES } from './contractSamples';
import { byId, runnerOf } from './kommoRunner';

const sandbox = useSandbox();

const OFFERED = resources.flatMap(({ value: resource, operations }) =>
	operations
		.filter(({ fields }) =>
			fields.some((field) => field.fields?.some(({ prop }) => prop.name === 'return')),
		)
		.map(({ option }) => ({ resource, name: String(option.value) })),
);

test.each(OFFERED)(
	'$resource $name: Full Record reads what it wrote',
	async ({ resource, name }) => {
		const run = await runnerOf(sandbox, resource)(
			name,
			{ ...BASES[`${resource}.${name}`], options: { return: 'entity' } },
			[{ n: 1 }, { n: 2 }],
		);

		expect(run.error).toBeNull();
		expect(run.hints).toEqual([]);
		expect(
			sandbox()
				.requests()
				.filter(({ status }) => status >= 400),
		).toEqual([]);
	},
);

test.each(['create', 'delete'])(
	'link %s has no record to read, whatever is stored',
	async (name) => {
		const run = await runnerOf(sandbox, 'link')(name, {
			entityType: 'leads',
			entityId: byId(7001),
			toEntityType: 'contacts',
			toEntityId: byId(8105),
			// as a workflow of an earlier version may have it
			options: { return: 'entity' },
		});

		expect(run.hints).toEqual([]);
		expect(
			sandbox()
				.requests()
				.map(({ method }) => method),
		).toEqual(['POST']);
	},
);
