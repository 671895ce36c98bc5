/** Types of values as the vendor's pages name them; `any` where a page names none. */
export type ValueType =
	'string' | 'number' | 'boolean' | 'datetime' | 'date' | 'enum' | 'array' | 'object' | 'any';

/** One parameter of a method, or one property of an object or of a list's elements. */
export interface Param {
	name: string;
	type: ValueType;
	required: boolean;
	/** The words the API knows; null: it takes every word, or they are not documented. */
	choices: string[] | null;
	/** As documented: `1..150`, `len<=5`, `max 10`, `E164`, `date`. */
	limits: string | null;
	/** Of an object, or of each element of a list. */
	children: Param[];
}

/** One property of the records that a method gives. */
export interface OutField {
	name: string;
	type: ValueType;
	choices: string[] | null;
	/** Whether `filter` may name it. */
	filter: boolean;
	/** Whether `sort` may name it. */
	sort: boolean;
	/** Whether it comes without being asked for. */
	isDefault: boolean;
}

export type CommonParam = 'user_id' | 'limit' | 'offset' | 'filter' | 'fields' | 'sort';

/** A method of the Data API (fact sheet §0 on the shape of the catalogue). */
export interface Method {
	/** e.g. `get.calls_report` */
	name: string;
	/** e.g. `get` */
	verb: string;
	/** The paid option it belongs to, empty when none is named. */
	component: string;
	/** For agents (partners) only. */
	agentsOnly: boolean;
	common: ReadonlySet<CommonParam>;
	params: Param[];
	fields: OutField[];
}
