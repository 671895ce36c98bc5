/**
 * The host of a credential as n8n expressions, for the places where no code of ours runs: the
 * credential's hidden fields (`$self`) and its test (`$credentials`). They say what `resolveHost`
 * says; where it refuses, they lead nowhere but to the vendor or over https. Each is complete in
 * itself, because `$self` holds the other fields unresolved.
 */
type Source = '$self' | '$credentials';

const ANY_DOMAIN = '(?:kommo[.]com|amocrm[.]ru|amocrm[.]com)';

function text(source: Source, field: string): string {
	return `String(${source}["${field}"] || "").trim()`;
}

function domain(source: Source): string {
	return `(["amocrm.ru", "amocrm.com"].includes(${source}["domain"]) ? ${source}["domain"] : "kommo.com")`;
}

/** The chosen domain is appended first and taken off again where the entered text had one. */
function accountUrl(source: Source): string {
	const entered = [
		text(source, 'subdomain'),
		'.toLowerCase()',
		'.replace(/^[a-z]+:[/]+/, "")',
		'.replace(/[^a-z0-9.-][^]*$/, "")',
		'.replace(/[.]+$/, "")',
	].join('');
	const cut = `.replace(/^([a-z0-9-]+[.]${ANY_DOMAIN})[.]${ANY_DOMAIN}$/, "$1")`;
	return `("https://" + (${entered} + "." + ${domain(source)})${cut})`;
}

function customUrl(source: Source): string {
	const plainAllowed = `(${source}["allowPlainHttp"] === true ? "http://" : "https://")`;
	return [
		`(${text(source, 'baseUrl')}`,
		'.replace(/^(?![a-z][a-z0-9+.-]*:[/][/])/i, "https://")',
		'.replace(/[?#][^]*$/, "")',
		// a user name has no place in it: neither here nor in front of a host that looks local
		'.replace(/^([a-z]+:[/][/])[^/]*@/i, "$1")',
		`.replace(/^http:[/][/](?!(?:localhost|127[.][0-9.]+|[[]::1[\\]])(?:[:/]|$))/i, ${plainAllowed})`,
		'.replace(/[/]+$/, "")',
		'.replace(/[/]api[/]v4(?:[/][^]*)?$/i, "")',
		'.replace(/[/]+$/, "")',
		`.replace(/^https?:[/][/]([a-z0-9-]+[.]${ANY_DOMAIN})(?::[0-9]+)?(?:[/][^]*)?$/i, "https://$1"))`,
	].join('');
}

function baseUrl(source: Source): string {
	return `(${source}["hostType"] === "custom" ? ${customUrl(source)} : ${accountUrl(source)})`;
}

function expression(code: string): string {
	return `={{ ${code} }}`;
}

/** `https://acme.kommo.com`, or the custom base URL. */
export function baseUrlExpression(source: Source): string {
	return expression(baseUrl(source));
}

/** The account's token endpoint (fact sheet §1.1). */
export function tokenUrlExpression(source: Source): string {
	return expression(`${baseUrl(source)} + "/oauth2/access_token"`);
}

/** The consent page lives on the vendor's `www.`, for a custom base URL below it (fact sheet §1.1). */
export function consentUrlExpression(source: Source): string {
	const onWww = `.replace(/^https:[/][/][a-z0-9-]+[.](${ANY_DOMAIN})$/i, "https://www.$1")`;
	return expression(`${baseUrl(source)}${onWww} + "/oauth"`);
}

/** Host name for n8n's `allowedDomains`; empty, which allows nothing, when it is no plain name. */
export function hostnameExpression(source: Source): string {
	const cut =
		'.replace(/^[a-z]+:[/][/]([[][0-9a-f:.]+[\\]]|[a-z0-9.-]+)(?:[:/][^]*)?$|^[^]*$/i, "$1")';
	return expression(`${baseUrl(source)}${cut}`);
}
