/** A body as text, and what had to be assumed for it. */
export interface BodyText {
	text: string;
	note: string | null;
}

/**
 * The text of a body in the encoding it names, UTF-8 without one. What is no UTF-8 is read as
 * windows-1251, where every byte is a character: nothing gets lost.
 */
export function bodyText(body: Buffer, contentType: string): BodyText {
	const named = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
	const text = decoded(body, named) ?? decoded(body, 'utf-8');
	if (text !== null) return { text, note: null };
	return {
		text: decoded(body, 'windows-1251') ?? body.toString('latin1'),
		note: 'The body is not encoded in UTF-8; it was read as windows-1251.',
	};
}

function decoded(body: Buffer, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(body);
	} catch {
		return null;
	}
}
