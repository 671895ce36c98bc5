import { methodNames, requireMethod } from '../catalogue/catalogue';
import { isDestructive } from '../transport/destructive';
import type { Search } from './listSearch';

/** Entries shown at once; the editor asks for more while the user scrolls. */
const PAGE = 100;

/** All methods of the Data API; every word of the search has to be in the name. */
export const searchMethods: Search = async function (filter = '', paginationToken = '0') {
	const words = filter.toLowerCase().split(/[\s._]+/);
	const found = methodNames().filter((name) => words.every((word) => name.includes(word)));
	const start = Number(paginationToken);
	const results = found
		.slice(start, start + PAGE)
		.map((name) => ({ name, value: name, description: describe(name) }));
	const more = found.length > start + PAGE;
	return await Promise.resolve({
		results,
		...(more ? { paginationToken: String(start + PAGE) } : {}),
	});
};

function describe(name: string): string {
	const { component, agentsOnly } = requireMethod(name);
	return [
		agentsOnly ? 'for agents' : '',
		component === '' ? '' : `needs the option ${component}`,
		isDestructive(name) ? 'off for AI agents unless allowed' : '',
	]
		.filter(Boolean)
		.join(', ');
}
