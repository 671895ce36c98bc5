import type { QueryValue } from '../../shared/wire';

/** Query keys with what the node itself does to a list; none of them leaves the machine. */
export const LIST = {
	/** The request stands for the whole list, however many requests it takes. */
	whole: '$list',
	/** How many rows are wanted. */
	most: '$most',
	/** Rows at exactly this time are left out: it is the midnight after the last day. */
	before: '$before',
	/** Adds English words beside Russian ones. */
	english: '$english',
	/** Adds links to recordings. */
	links: '$links',
	/** Adds the recordings themselves. */
	files: '$files',
} as const;

/** What happens to the rows of a list once they are here. */
export interface ListOptions {
	before?: string | undefined;
	english?: boolean;
	links?: boolean;
	files?: boolean;
}

export function listOptions(query: Record<string, QueryValue>): ListOptions {
	const before = query[LIST.before];
	return {
		before: typeof before === 'string' ? before : undefined,
		english: query[LIST.english] === true,
		links: query[LIST.links] === true,
		files: query[LIST.files] === true,
	};
}
