/** The XML form of an answer: typed children of one root, entries called item (§A.1). */
import { textOf } from '../textOf';

const escape = (text: string): string =>
	text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function toXml(body: Record<string, unknown>): string {
	const children = Object.entries(body).map(([name, value]) => element(name, value));
	return `<?xml version="1.0" encoding="UTF-8"?><root>${children.join('')}</root>`;
}

function element(name: string, value: unknown): string {
	if (value === null || value === undefined) return `<${name} type="null"/>`;
	if (Array.isArray(value)) {
		const entries: unknown[] = value;
		return `<${name} type="list">${entries.map((one) => element('item', one)).join('')}</${name}>`;
	}
	if (typeof value === 'object') {
		const children = Object.entries(value).map(([key, one]) => element(key, one));
		return `<${name} type="dict">${children.join('')}</${name}>`;
	}
	return `<${name} type="${typeName(value)}">${escape(textOf(value))}</${name}>`;
}

function typeName(value: unknown): string {
	if (typeof value === 'boolean') return 'bool';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return 'str';
}
