import type { INodeProperties } from 'n8n-workflow';

import { Clevertim } from '../../../nodes/Clevertim/Clevertim.node';
import { Comagic } from '../../../nodes/Comagic/Comagic.node';
import { Kommo } from '../../../nodes/Kommo/Kommo.node';

/** The property and everything its collections hold. */
function withInner(property: INodeProperties): INodeProperties[] {
	const inner = (property.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values.flatMap(withInner);
		return 'type' in option ? withInner(option) : [];
	});
	return [property, ...inner];
}

describe.each([
	['Kommo', new Kommo().description],
	['Comagic', new Comagic().description],
	['Clevertim', new Clevertim().description],
])('the form of %s, as n8n shows it', (_name, { properties }) => {
	const fields = properties.flatMap(withInner);

	// in 'update' the editor offers nothing unless a column can be matched by, and none can
	test('offers the columns of every mapper', () => {
		const modes = fields.flatMap(({ typeOptions }) => typeOptions?.resourceMapper?.mode ?? []);
		expect(modes.length).toBeGreaterThan(0);
		expect(new Set(modes)).toEqual(new Set(['add']));
	});
});
