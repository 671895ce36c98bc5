import { comagicRunner, paramsOf, useComagicSandbox } from '../../../support/comagicSandbox';
import { WRITE_CASES } from './writeCases';

const sandbox = useComagicSandbox();

it.each(WRITE_CASES)(
	'$resource $operation sends $method as its page has it',
	async ({ resource, operation, method, parameters, params, item, access, setup }) => {
		setup?.(sandbox().store);
		const more = access ? { credentialFields: { access } } : {};
		const { items, error } = await comagicRunner(sandbox, resource)(
			operation,
			parameters,
			[{}],
			more,
		);
		expect(error).toBeNull();
		expect(paramsOf(sandbox(), method)).toEqual(params);
		expect(items).toHaveLength(1);
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		if (item) expect(items[0]?.json).toMatchObject(item);
	},
);
