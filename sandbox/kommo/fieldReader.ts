/** Typed reading of a row's scalar keys; a wrong type is noted under its path (§3.3). */
import { isInt, type Json } from './guards';
import type { ElementErrors } from './problems';
import type { AccountStore } from './store';

export class FieldReader {
	constructor(
		private readonly data: Json,
		private readonly errors: ElementErrors,
		private readonly prefix = '',
	) {}

	has(key: string): boolean {
		return this.data[key] !== undefined;
	}

	text(key: string): string | undefined {
		const value = this.data[key];
		if (value === undefined || typeof value === 'string') return value;
		this.errors.invalidType(this.prefix + key, 'string');
		return undefined;
	}

	int(key: string): number | undefined {
		const value = this.data[key];
		if (value === undefined || isInt(value)) return value;
		this.errors.invalidType(this.prefix + key, 'int');
		return undefined;
	}

	nullableInt(key: string): number | null | undefined {
		return this.data[key] === null ? null : this.int(key);
	}

	number(key: string): number | undefined {
		const value = this.data[key];
		if (value === undefined || typeof value === 'number') return value;
		this.errors.invalidType(this.prefix + key, 'float');
		return undefined;
	}

	bool(key: string): boolean | undefined {
		const value = this.data[key];
		if (value === undefined || typeof value === 'boolean') return value;
		this.errors.invalidType(this.prefix + key, 'bool');
		return undefined;
	}

	/** A user of the account; 0 stands for the robot where `robot` is set. */
	user(key: string, store: AccountStore, robot = false): number | undefined {
		const id = this.int(key);
		if (id === undefined || (robot && id === 0) || store.users.has(id)) return id;
		this.errors.notSupported(this.prefix + key);
		return undefined;
	}

	/** Notes every key that cannot be written. */
	refuseOthers(writable: ReadonlySet<string>): void {
		for (const key of Object.keys(this.data)) {
			if (!writable.has(key)) this.errors.notExpected(this.prefix + key);
		}
	}
}
