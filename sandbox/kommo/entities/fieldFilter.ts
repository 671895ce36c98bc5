/** filter[custom_fields_values][{id}] by field type (§4.1). */
import type { Call } from '../call';
import type { FieldValue, StoredEntity } from '../model';
import { inRange, range, texts, type QueryNode } from '../queryString';

const byEnum = new Set(['select', 'multiselect', 'radiobutton']);
const byText = new Set(['numeric', 'text', 'url', 'textarea', 'streetaddress', 'tracking_data']);
const byRange = new Set(['date', 'date_time', 'birthday', 'numeric', 'monetary']);

/** A test for one field, or undefined when this kind of filter has no effect on it. */
export function matchesFieldFilter(
	call: Call,
	fieldId: number,
	wanted: QueryNode,
): ((entity: StoredEntity) => boolean) | undefined {
	const field = call.store.customFields.get(fieldId);
	if (!field) return undefined;
	const some = (test: (value: FieldValue) => boolean) => (entity: StoredEntity) =>
		(entity.values.get(fieldId) ?? []).some(test);
	const limits = byRange.has(field.type) ? range(wanted) : undefined;
	if (limits) return some((v) => inRange(Number(v.value), limits));
	const values = texts(wanted);
	if (values.length === 0) return undefined;
	if (byEnum.has(field.type)) return some((v) => values.includes(String(v.enum_id)));
	if (field.type === 'checkbox') {
		return (entity) => {
			const isOn = (entity.values.get(fieldId) ?? []).some((v) => v.value === true);
			return values.includes(isOn ? '1' : '0');
		};
	}
	if (byText.has(field.type)) return some((v) => values.includes(String(v.value)));
	if (field.type === 'multitext' && call.switches.multitextFilter === 'works') {
		return some((v) => values.includes(String(v.value)));
	}
	return undefined;
}
