/** What is remembered of a record between two polls. */
export interface Mark {
	fingerprint: string;
	/** Whether it passed the filters when it was last seen: then its deletion passes, too. */
	passes: boolean;
}

/** Marks by the record's id. */
export type Marks = ReadonlyMap<string, Mark>;

const BETWEEN = ',';
const FILTERED_OUT = '!';

/**
 * Marks as one text, because n8n watches every object in its static data: `11:Ab3xZ9QkLm0-`, with a
 * `!` before records the filters leave out. About 20 bytes a record.
 */
export function writeMarks(marks: Marks): string {
	return [...marks]
		.map(([id, { fingerprint, passes }]) => {
			// the only mark of ours that the encoding leaves alone
			const name = encodeURIComponent(id).replaceAll(FILTERED_OUT, '%21');
			return `${passes ? '' : FILTERED_OUT}${name}:${fingerprint}`;
		})
		.join(BETWEEN);
}

/** The marks of a text; null when it is none of ours. */
export function readMarks(text: unknown): Marks | null {
	if (typeof text !== 'string') return null;
	if (text === '') return new Map();
	const entries = text.split(BETWEEN).map((one): [string, Mark] | null => {
		const [, filteredOut, id, fingerprint] = /^(!?)([^:]+):([\w-]+)$/.exec(one) ?? [];
		if (id === undefined || fingerprint === undefined) return null;
		return [decodeURIComponent(id), { fingerprint, passes: filteredOut === '' }];
	});
	const known = entries.filter((entry) => entry !== null);
	return known.length === entries.length ? new Map(known) : null;
}
