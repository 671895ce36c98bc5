/** Custom field definitions, read (§4.12). */
import { idParam, type Call, type Route } from '../call';
import { orderRows } from '../entities/select';
import { definitionToWire } from '../fields/definition';
import { pageAnswer } from '../hal';
import { entityTypes, type EntityType } from '../model';
import { Problem } from '../problems';
import { branch, texts } from '../queryString';

export const customFieldRoutes: Route[] = entityTypes.flatMap((type): Route[] => [
	{ method: 'GET', path: `/${type}/custom_fields`, handle: (call) => list(call, type) },
	{
		method: 'GET',
		path: `/${type}/custom_fields/:id`,
		handle: (call) => {
			const field = call.store.customFields.get(idParam(call) ?? 0);
			if (!field || field.entity_type !== type) throw new Problem(404, 'Custom field not found');
			return { status: 200, entities: 1, body: definitionToWire(call, field) };
		},
	},
]);

function list(call: Call, type: EntityType) {
	const wanted = texts(branch(call.query['filter'], 'type'));
	const rows = [...call.store.customFields.values()]
		.filter((f) => f.entity_type === type)
		.filter((f) => wanted.length === 0 || wanted.includes(f.type));
	const ordered = orderRows(call, rows, ['sort', 'id']);
	return pageAnswer(call, 'custom_fields', ordered, (f) => definitionToWire(call, f), {
		totals: true,
	});
}
