import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isRecord, recordsAt } from '../../shared/wire';
import type { Method, Param } from '../catalogue/method';
import type { ComagicField, ComagicRow } from './comagicField';
import { actingFor, toggle } from './options';

interface Completion {
	completing: ComagicField[];
	check: (body: IDataObject, row: ComagicRow) => void;
}

/** Fills what an update's page marks as required, and the form leaves out, from the stored record. */
export function requiredFromStored(
	{ params }: Method,
	noun: string,
	storedAt: string | null,
): Completion {
	const needed = params.filter(({ name, required }) => required && name !== 'id');
	if (needed.length === 0 || storedAt === null) return { completing: [], check: () => undefined };
	const names = needed.map(({ name }) => name).join(', ');
	const option = toggle(
		'Fill Required Fields',
		'fillRequired',
		true,
		`Whether to read the ${noun} first and send its stored values for what the API's page marks as required (${names}) and the form leaves out. It takes a request more for each such item.`,
	);
	return {
		completing: [option],
		check: (body, row) => {
			const missing = needed.filter(({ name }) => body[name] === undefined);
			if (missing.length === 0 || row.parameter('options.fillRequired') === false) return;
			row.before(async (sent) => {
				const stored = await readStored(row, storedAt, noun, sent.id);
				for (const param of missing) {
					const value = storedValue(param, stored);
					if (value !== undefined && value !== null) sent[param.name] = value;
				}
			});
		},
	};
}

async function readStored(
	row: ComagicRow,
	method: string,
	noun: string,
	id: unknown,
): Promise<IDataObject> {
	const { body } = await row.session.send({
		method: 'GET',
		path: `data/${method}/${Number(id)}`,
		query: actingFor(row),
	});
	const [stored] = recordsAt(body, '');
	if (stored) return stored;
	throw new InvalidValue(
		`No ${noun} has the ID ${Number(id)}`,
		'It may have been deleted, belong to another account, or be hidden from this user.',
	);
}

/** A stored value as the update takes it: lists come with more properties than they may have. */
function storedValue(param: Param, stored: IDataObject): unknown {
	const value = stored[param.name];
	if (param.children.length === 0) return value;
	const pick = (one: IDataObject): IDataObject => {
		const known = param.children.filter(
			({ name }) => one[name] !== undefined && one[name] !== null,
		);
		return Object.fromEntries(known.map(({ name }) => [name, one[name]]));
	};
	if (Array.isArray(value)) return value.filter(isRecord).map(pick);
	return isRecord(value) ? pick(value) : value;
}

export function refuseEmptyChange(body: IDataObject, noun: string): void {
	if (Object.keys(body).some((name) => name !== 'id')) return;
	throw new InvalidValue(
		`The ${noun} has no changes`,
		"Add a field to 'Update Fields', or check the expressions: they gave nothing for this item.",
	);
}
