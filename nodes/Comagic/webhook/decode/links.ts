/**
 * An address that can be opened: links may come without scheme (`//app…`), or without host when the
 * account builds them itself. What is no address stays as it is.
 * @param origin put before links that begin with one `/`, e.g. `https://app.uiscom.ru`; may be empty
 * @see fact sheet §A.3
 */
export function absoluteLink(link: string, origin: string): string {
	const text = link.trim();
	if (text.startsWith('//')) return `https:${text}`;
	if (text.startsWith('/') && origin !== '') return `${origin.replace(/\/+$/, '')}${text}`;
	return /^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text) ? `https://${text}` : text;
}
