/** A placeholder of a template that the vendor did not fill. */
export class Placeholder {
	constructor(readonly name: string) {}
}

/** The members of an object as they stand in a text: in their order, repeated names included. */
export class Members {
	constructor(readonly list: Array<[name: string, value: LooseValue]>) {}
}

/** What a notification says, before its values are typed. */
export type LooseValue = string | number | boolean | null | Placeholder | LooseValue[] | Members;

const PLACEHOLDER = /^\{\{\s*([\w.:-]{1,100})\s*\}\}$/;

/** The placeholder that a text is, or null. */
export function asPlaceholder(text: string): Placeholder | null {
	const name = text.length > 120 ? undefined : PLACEHOLDER.exec(text.trim())?.[1];
	return name === undefined ? null : new Placeholder(name);
}

/**
 * The number behind a text of JSON, or the text where the number would lose digits: ids may be
 * longer than 15 digits. Undefined for what is no number.
 */
export function numberOrDigits(token: string): number | string | undefined {
	if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(token)) return undefined;
	const number = Number(token);
	const isExact = /^-?\d+$/.test(token)
		? Number.isSafeInteger(number)
		: Number.isFinite(number) && token.replace(/[eE].*|\D/g, '').replace(/^0+/, '').length <= 17;
	return isExact ? number : token;
}
