import type { IDataObject } from 'n8n-workflow';

/** Wire shapes of the Clevertim API (fact sheet §5, §6); only what the nodes look into. */

export interface CustomFieldDefinition {
	id: number;
	name: string;
	elemType: string;
	modelType: string[];
	multiple: boolean;
	/** Select fields only. */
	values: string[];
}

/** Records that carry custom fields, by the API's `modelType`. */
export type ModelType = 'customers' | 'companies' | 'cases' | 'opportunities';

export interface User {
	id: number;
	name: string;
	email: string;
}

export interface Group {
	id: number;
	name: string;
	/** A power of two: one bit of the masks in `gid` of records. */
	gid: number;
}

/** §6.5: month 1–12; without `h` and `mi` a date only. */
export interface TaskMoment {
	y: number;
	mo: number;
	d: number;
	h?: number;
	mi?: number;
}

export interface Phone {
	type: string;
	no: string;
}

export interface SocialId {
	type: string;
	smid: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function toDefinition(record: IDataObject): CustomFieldDefinition {
	const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
	return {
		id: Number(record.id),
		name: text(record.name),
		elemType: text(record.elemType),
		modelType: list(record.modelType),
		multiple: record.multiple === true,
		values: list(record.values),
	};
}

export const toUser = (record: IDataObject): User => ({
	id: Number(record.id),
	name: text(record.user),
	email: text(record.email),
});

export const toGroup = (record: IDataObject): Group => ({
	id: Number(record.id),
	name: text(record.name),
	gid: Number(record.gid),
});
