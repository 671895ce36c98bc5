import { isEqual } from 'lodash';

import { safeName } from '../../../shared/safeName';
import { fieldName, isKnownField, snakeName } from './fieldKinds';
import { asPlaceholder, Members, Placeholder, type LooseValue } from './looseValue';

/** One level of a notification: its values by field, and the placeholders nobody filled. */
export interface FlatFields {
	values: Map<string, LooseValue>;
	missing: Set<string>;
}

/**
 * Gathers the values of a notification in one level: `contact_info: { contact_id }` and `contact_id`
 * are the same. A known name stands for itself wherever it was found; another one keeps the names
 * above it (`crm_deal_id`). Nothing takes the place of something else.
 * @see fact sheet §D.3
 */
export class Flattener {
	readonly fields: FlatFields = { values: new Map(), missing: new Set() };
	/** Next number of a name that came with several values. */
	private readonly next = new Map<string, number>();

	add(path: string[], value: LooseValue): void {
		const mended = mend(value);
		if (mended instanceof Placeholder) {
			this.fields.missing.add(mended.name);
		} else if (mended instanceof Members && mended.list.length > 0) {
			for (const [name, child] of mended.list) this.add([...path, name], child);
		} else {
			this.put(path, withoutPlaceholders(mended, this.fields.missing));
		}
	}

	private put(path: string[], value: LooseValue): void {
		const { values } = this.fields;
		const isTop = path.length === 1;
		const last = (isTop ? fieldName : snakeName)(path.at(-1) ?? '');
		const whole = safeName(isTop ? last : path.map(snakeName).join('_'));
		const names = isTop || isKnownField(last) ? [last, whole] : [whole];
		for (const name of names.map(safeName)) {
			if (!values.has(name)) return void values.set(name, value);
			if (isSame(values.get(name), value)) return;
		}
		values.set(this.freeName(whole), value);
	}

	private freeName(name: string): string {
		let number = this.next.get(name) ?? 2;
		while (this.fields.values.has(`${name}_${number}`)) number += 1;
		this.next.set(name, number + 1);
		return `${name}_${number}`;
	}
}

/** A number and its digits are the same: the field decides which of them it becomes. */
export function isSame(one: unknown, other: unknown): boolean {
	const isPlain = [one, other].every((value) => ['string', 'number'].includes(typeof value));
	return isPlain ? String(one) === String(other) : isEqual(one, other);
}

/** A value in quotes too many: `"\"text\""`, `"null"`, `"{{name}}"`. */
function mend(value: LooseValue): LooseValue {
	if (typeof value !== 'string') return value;
	if (value === 'null') return null;
	const text = value.trim();
	const placeholder = asPlaceholder(text);
	if (placeholder) return placeholder;
	if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return value;
	const inside = text.slice(1, -1);
	// quotes in the middle belong to the text: "A" and "B"
	return /(?:^|[^\\])"/.test(inside) ? value : inside.replace(/\\(["\\/])/g, '$1');
}

/** Lists keep what they hold but placeholders, which are told with the others. */
function withoutPlaceholders(value: LooseValue, missing: Set<string>): LooseValue {
	if (Array.isArray(value)) {
		return value.map(mend).flatMap((one) => {
			if (!(one instanceof Placeholder)) return [withoutPlaceholders(one, missing)];
			missing.add(one.name);
			return [];
		});
	}
	if (!(value instanceof Members)) return value;
	return new Members(
		value.list.flatMap(([name, one]): Array<[string, LooseValue]> => {
			const mended = mend(one);
			if (!(mended instanceof Placeholder)) return [[name, withoutPlaceholders(mended, missing)]];
			missing.add(mended.name);
			return [];
		}),
	);
}
