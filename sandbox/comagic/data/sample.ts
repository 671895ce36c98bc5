/** A plausible answer made from the documented result, for methods without state (§0, §B.10). */
import { toLocal } from '../localTime';
import type { DataCall, Handler } from './call';
import type { FieldSpec } from './catalogue';
import { answerRows } from './reports';
import { rowsOf } from './list';
import { periodOf } from './period';
import type { Content } from './shape';

/** Rows of a list that is nowhere kept. */
const ROWS = 3;

export const sample: Handler = (call) => {
	const { spec } = call;
	// dates are checked even where nothing depends on them
	if ('date_from' in call.params && 'date_till' in call.params) periodOf(call);
	if (spec.resultShape === 'data[]' || spec.name.startsWith('get.')) return sampleList(call);
	return objectOf(spec.fields, 1, call);
};

function sampleList(call: DataCall): Content {
	const length = call.spec.name.startsWith('get.') ? ROWS : uploadedCount(call);
	const rows = Array.from({ length }, (_, index) => objectOf(call.spec.fields, index + 1, call));
	return answerRows({ ...call, params: { ...listParams(call) } }, rowsOf(rows));
}

/** Uploads answer a row for each row sent. */
function uploadedCount({ params }: DataCall): number {
	const sent = Object.values(params).find(Array.isArray);
	return Array.isArray(sent) ? sent.length : 1;
}

function listParams({ params, spec }: DataCall): Record<string, unknown> {
	const { commonParams } = spec;
	return Object.fromEntries(Object.entries(params).filter(([name]) => commonParams.includes(name)));
}

export function objectOf(
	fields: readonly FieldSpec[],
	nth: number,
	call: DataCall,
): Record<string, unknown> {
	return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, nth, call)]));
}

function valueOf(field: FieldSpec, nth: number, call: DataCall): unknown {
	// what was sent comes back, as far as it fits
	const sent = call.params[field.name];
	if (sent !== undefined && field.name !== 'id' && !call.spec.name.startsWith('get.')) return sent;
	if (field.name === 'success') return 'true';
	if (field.enum && field.enum.length > 0) {
		const one = field.enum[(nth - 1) % field.enum.length];
		return field.type === 'array' ? [one] : one;
	}
	switch (field.type) {
		case 'number':
		case 'integer':
		case 'id':
			return field.name === 'id' || field.name.endsWith('_id') ? 9000 + nth : nth;
		case 'boolean':
			return nth % 2 === 1;
		case 'datetime':
			return toLocal(call.now - nth * 3_600_000);
		case 'date':
			return toLocal(call.now - nth * 86_400_000).slice(0, 10);
		case 'duration':
			return '00:01:00';
		case 'array':
			return field.children ? [objectOf(field.children, nth, call)] : [];
		case 'object':
			return field.children ? objectOf(field.children, nth, call) : {};
		default:
			return `${field.name.replaceAll('_', ' ')} ${nth}`;
	}
}
