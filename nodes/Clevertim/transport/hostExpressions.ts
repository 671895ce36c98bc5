/**
 * The host of a credential as n8n expressions, for the places where no code of ours runs: the
 * credential's hidden fields (`$self`) and its test (`$credentials`). They say what `resolveHost`
 * says; where it refuses, they lead nowhere or over https. Each is complete in itself, because
 * `$self` holds the other fields unresolved.
 */
type Source = '$self' | '$credentials';

function apiUrl(source: Source): string {
	const plainAllowed = `(${source}["allowPlainHttp"] === true ? "http://" : "https://")`;
	return [
		`((String(${source}["baseUrl"] || "").trim() || "https://www.clevertim.com/api")`,
		'.replace(/^(?![a-z][a-z0-9+.-]*:[/][/])/i, "https://")',
		'.replace(/[?#][^]*$/, "")',
		// a user name has no place in it: neither here nor in front of a host that looks local
		'.replace(/^([a-z]+:[/][/])[^/]*@/i, "$1")',
		`.replace(/^http:[/][/](?!(?:localhost|127[.][0-9.]+|[[]::1[\\]])(?:[:/]|$))/i, ${plainAllowed})`,
		'.replace(/[/]+$/, "")',
		'.replace(/[/]api$/i, "") + "/api")',
	].join('');
}

/** `https://www.clevertim.com/api` */
export function apiUrlExpression(source: Source): string {
	return `={{ ${apiUrl(source)} }}`;
}

/** Host name for n8n's `allowedDomains`; empty, which allows nothing, when it is no plain name. */
export function hostnameExpression(source: Source): string {
	const cut =
		'.replace(/^[a-z]+:[/][/]([[][0-9a-f:.]+[\\]]|[a-z0-9.-]+)(?:[:/][^]*)?$|^[^]*$/i, "$1")';
	return `={{ ${apiUrl(source)}${cut} }}`;
}
