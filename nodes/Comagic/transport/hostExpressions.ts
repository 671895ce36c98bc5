import { API_LABELS, BRANDS, URL_FIELDS, type ApiName } from './brands';

/**
 * The hosts of a credential as an n8n expression, for its hidden field, where no code of ours runs:
 * what `resolveEndpoint` says. `$self` holds the other fields unresolved, so it is complete in itself.
 */
export function hostnamesExpression(): string {
	const byBrand = Object.entries(BRANDS).map(([name, { urls, app, media }]) => {
		const all = [...Object.values(urls), app, media].filter((url) => url !== null);
		return `${name}: "${all.map((url) => new URL(url).hostname).join(',')}"`;
	});
	const custom = (Object.keys(API_LABELS) as ApiName[])
		.map((api) => hostname(`$self["${URL_FIELDS[api].name}"]`))
		.join(', ');
	return `={{ ({ ${byBrand.join(', ')} })[$self["brand"]] ?? [${custom}].filter((host) => host !== "").join(",") }}`;
}

/** Host name of an address; empty, which allows nothing, when it is no plain name. */
function hostname(field: string): string {
	return [
		`String(${field} || "").trim()`,
		'.replace(/^(?=[^])(?![a-z][a-z0-9+.-]*:[/][/])/i, "https://")',
		// a user name has no place in it, nor in front of a host that looks local
		'.replace(/^([a-z]+:[/][/])[^/?#]*@/i, "$1")',
		'.replace(/^[a-z]+:[/][/]([[][0-9a-f:.]+[\\]]|[a-z0-9.-]+)(?:[:/?#][^]*)?$|^[^]*$/i, "$1")',
	].join('');
}
