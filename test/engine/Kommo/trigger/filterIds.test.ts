import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { KommoTrigger } from '../../../../nodes/Kommo/KommoTrigger.node';
import { useSandbox } from '../../../support/sandbox';
import { hooksOf, useTrigger } from './bench';

const sandbox = useSandbox();
const trigger = useTrigger(sandbox);

/** A filter of the form. */
function filterNamed(name: string): INodeProperties {
	const [filters] = new KommoTrigger().description.properties.filter(
		(one) => one.name === 'filters',
	);
	const found = filters?.options?.find((one) => one.name === name);
	if (!found || !('displayName' in found) || !('type' in found)) throw new Error('No such filter');
	return found;
}

test.each<[string, string, unknown]>([
	['pipelines', 'Pipeline Names or IDs', '={{ "900, Sales" }}'],
	['fromStages', 'From Stage Names or IDs', ['Sales']],
	['toStages', 'To Stage Names or IDs', ['Sales']],
	['responsibleUsers', 'Responsible User Names or IDs', ['Sales']],
	['ignoredUsers', 'Ignore Changes By Names or IDs', ['Sales']],
])(
	'a name in %s, which no event could pass, is refused at activation',
	async (name, label, value) => {
		const { displayName } = filterNamed(name);
		const bench = await trigger(['update_lead'], {
			filters: { [name]: value } as INodeParameters,
		});

		expect(displayName).toBe(label);
		await expect(bench.publish()).rejects.toThrow(
			`'${label}' holds something that is not an ID: "Sales"`,
		);
		expect(hooksOf(sandbox())).toEqual([]);
	},
);
