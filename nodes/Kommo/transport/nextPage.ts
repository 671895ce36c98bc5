import { ApiFailure, at, type WireAnswer, type WireRequest } from '../../shared/wire';
import { followable, type KommoHost } from './host';

/**
 * The request for the page after this one: `_links.next.href` until it is absent or a 204 came
 * (fact sheet §3.2). Throws ApiFailure for a link that leaves the account's host, because the
 * token would go there.
 */
export function nextPage(
	host: KommoHost,
	answer: WireAnswer,
	request: WireRequest,
): WireRequest | null {
	const href = at(answer.body, '_links.next.href');
	if (typeof href !== 'string' || href === '') return null;
	const target = followable(href, host);
	if (target === null) throw leavesHost(href, host, request);
	const [path = '', search = ''] = target.split('?');
	return { method: 'GET', path, query: queryOf(search) };
}

/** Keys that occur several times (`filter[id][]`) become lists again. */
function queryOf(search: string): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	const params = new URLSearchParams(search);
	for (const key of new Set(params.keys())) {
		const values = params.getAll(key);
		if (key.endsWith('[]')) query[key.slice(0, -2)] = values;
		else query[key] = values.at(-1) ?? '';
	}
	return query;
}

function leavesHost(href: string, host: KommoHost, request: WireRequest): ApiFailure {
	return new ApiFailure({
		message: 'The link to the next page leads to another host and was not followed',
		description: `The answer of ${host.hostname} points to ${hostOf(href)}. The access token is only ever sent to the account's own host. If a proxy stands in between, it has to keep the account's links.`,
		status: null,
		request,
		stopsRun: true,
	});
}

function hostOf(href: string): string {
	return URL.canParse(href) ? new URL(href).host : 'an address that cannot be read';
}
