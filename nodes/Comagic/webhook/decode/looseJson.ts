import { asPlaceholder, Members, numberOrDigits, type LooseValue } from './looseValue';
import { unescaped } from './unescaped';

export interface ReadJson {
	/** What stands in the text one after the other; usually one value. */
	values: LooseValue[];
	/** Whether the text is no proper JSON, and its meaning was worked out. */
	repaired: boolean;
}

/**
 * Reads JSON, and what becomes of JSON when a template was written by hand: values in a second pair
 * of quotes (`""text""`, `"["a"]"`), placeholders nobody filled (`{{name}}`), values and commas that
 * are missing, texts without quotes. Linear in time; null for what cannot be read.
 * @see fact sheet §D.1
 */
export function readLooseJson(text: string): ReadJson | null {
	const reader = new LooseJson(text);
	const values = orUndefined(() => reader.values());
	return values === undefined ? null : { values, repaired: reader.repaired };
}

/** The value of a proper JSON text (placeholders may stand in it); undefined for any other text. */
export function readStrictJson(text: string): LooseValue | undefined {
	const read = readLooseJson(text);
	return read === null || read.repaired || read.values.length !== 1 ? undefined : read.values[0];
}

class NotReadable extends Error {}

/** Undefined for what cannot be read. */
function orUndefined<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch (error) {
		if (error instanceof NotReadable) return undefined;
		// eslint-disable-next-line @n8n/community-nodes/require-node-api-error -- a bug of ours is shown as it is
		throw error;
	}
}

const DEEPEST = 200;
const WORDS = new Map<string, LooseValue>([
	['null', null],
	['true', true],
	['false', false],
]);
/** What other languages write. */
const FOREIGN_WORDS = new Map<string, LooseValue>([
	['', null],
	['None', null],
	['undefined', null],
	['NaN', null],
	['True', true],
	['False', false],
]);

class LooseJson {
	repaired = false;
	private at = 0;
	/** Inside of quotes that were put around a value, the value is proper JSON. */
	private isStrict = false;
	/** Characters that were read in vain, so that a hostile text does not take forever. */
	private wasted = 0;

	constructor(private readonly text: string) {}

	values(): LooseValue[] {
		const values: LooseValue[] = [];
		for (this.skipSpace(); this.at < this.text.length; this.skipSpace()) {
			const first = this.char;
			if (first !== '{' && first !== '[' && values.length > 0) throw new NotReadable();
			if (values.length > 0) this.repaired = true;
			values.push(this.value(0));
		}
		return values;
	}

	private get char(): string {
		return this.text.charAt(this.at);
	}

	private value(depth: number): LooseValue {
		if (depth > DEEPEST) throw new NotReadable();
		this.skipSpace();
		switch (this.char) {
			case '"':
				return this.quoted(depth);
			case '[':
				return this.array(depth);
			case '{':
				return this.text.startsWith('{{', this.at) ? this.placeholder() : this.object(depth);
			default:
				return this.bare();
		}
	}

	private object(depth: number): LooseValue {
		const list: Array<[string, LooseValue]> = [];
		this.at += 1;
		while (!this.closes('}', list.length > 0)) {
			const name = this.name();
			this.skipSpace();
			if (this.char !== ':') throw new NotReadable();
			this.at += 1;
			list.push([name, this.value(depth + 1)]);
		}
		return new Members(list);
	}

	private array(depth: number): LooseValue[] {
		const list: LooseValue[] = [];
		this.at += 1;
		while (!this.closes(']', list.length > 0)) list.push(this.value(depth + 1));
		return list;
	}

	/** Steps over what stands between two members; true at the end of the list. */
	private closes(end: string, hasMembers: boolean): boolean {
		this.skipSpace();
		let commas = 0;
		for (; this.char === ','; this.skipSpace()) {
			commas += 1;
			this.at += 1;
		}
		const isEnd = this.char === end;
		if (commas !== (hasMembers && !isEnd ? 1 : 0)) this.repair();
		if (!isEnd && this.at < this.text.length) {
			if (this.char === '}' || this.char === ']') throw new NotReadable();
			return false;
		}
		// a text that was cut off says what it says
		if (!isEnd) this.repair();
		this.at += 1;
		return true;
	}

	private name(): string {
		if (this.char === '"') {
			const end = this.closingQuote(this.at + 1);
			if (end < 0) throw new NotReadable();
			return this.textUpTo(end);
		}
		this.repair();
		const word = this.match(/[\p{L}\p{N}_.$-]+/uy);
		if (word === null) throw new NotReadable();
		return word;
	}

	/** A text, or a value of any kind that somebody put quotes around. */
	private quoted(depth: number): LooseValue {
		const start = this.at;
		const end = this.closingQuote(start + 1);
		if (this.isStrict) {
			if (end < 0) throw new NotReadable();
			return this.textUpTo(end);
		}
		if (end >= 0 && this.isEndOfValue(end + 1)) return this.textUpTo(end);
		this.repair();
		const inner = this.quotedValue(depth);
		if (inner !== undefined) return inner;
		this.at = start;
		return this.textUpTo(this.nextEndOfText(start + 1));
	}

	/** `""text""`, `"["a"]"`, `"{"a":1}"`: undefined when it is none of these. */
	private quotedValue(depth: number): LooseValue | undefined {
		const start = this.at;
		this.at += 1;
		this.isStrict = true;
		const value = orUndefined(() => this.value(depth + 1));
		this.isStrict = false;
		this.skipSpace();
		if (value !== undefined && this.char === '"' && this.isEndOfValue(this.at + 1)) {
			this.at += 1;
			return value;
		}
		this.wasted += this.at - start;
		if (this.wasted > 4 * this.text.length + 100_000) throw new NotReadable();
		return undefined;
	}

	/** Where a text ends that has bare quotes inside: at a quote that something of JSON follows. */
	private nextEndOfText(from: number): number {
		let end = this.closingQuote(from);
		while (end >= 0 && !this.isEndOfValue(end + 1)) end = this.closingQuote(end + 1);
		return end < 0 ? this.text.length : end;
	}

	/** The text from here to the quote at `end`; goes behind it. */
	private textUpTo(end: number): string {
		const inside = this.text.slice(this.at + 1, end);
		this.at = Math.min(end + 1, this.text.length);
		return unescaped(inside);
	}

	private placeholder(): LooseValue {
		const end = this.text.indexOf('}}', this.at);
		const found = end < 0 ? null : asPlaceholder(this.text.slice(this.at, end + 2));
		if (!found || this.isStrict) throw new NotReadable();
		this.at = end + 2;
		return found;
	}

	private bare(): LooseValue {
		const token = (this.match(/[^,\]}\n]*/y) ?? '').trim();
		const value = WORDS.has(token) ? WORDS.get(token) : numberOrDigits(token);
		if (value !== undefined) return value;
		this.repair();
		const foreign = FOREIGN_WORDS.get(token);
		return foreign === undefined ? token : foreign;
	}

	private repair(): void {
		if (this.isStrict) throw new NotReadable();
		this.repaired = true;
	}

	private match(pattern: RegExp): string | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0] ?? null;
		this.at += found?.length ?? 0;
		return found;
	}

	private skipSpace(): void {
		this.at = this.afterSpace(this.at);
	}

	private afterSpace(from: number): number {
		let at = from;
		while (at < this.text.length && ' \t\r\n\ufeff\u00a0'.includes(this.text.charAt(at))) at += 1;
		return at;
	}

	/** Whether a value may end here: what follows is JSON's own, or the next member. */
	private isEndOfValue(from: number): boolean {
		const at = this.afterSpace(from);
		if (at >= this.text.length || ',}]'.includes(this.text.charAt(at))) return true;
		const nextMember = /"[\w.]{1,100}"\s{0,100}:/y;
		nextMember.lastIndex = at;
		return nextMember.test(this.text);
	}

	/** Place of the next quote that no backslash stands before; -1 when there is none. */
	private closingQuote(from: number): number {
		let at = this.text.indexOf('"', from);
		while (at >= 0 && this.backslashesBefore(at, from) % 2 === 1) {
			at = this.text.indexOf('"', at + 1);
		}
		return at;
	}

	private backslashesBefore(at: number, from: number): number {
		let first = at;
		while (first > from && this.text.charAt(first - 1) === '\\') first -= 1;
		return at - first;
	}
}
