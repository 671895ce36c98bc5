/** Bodies of any verb: JSON, form, or the parts of a multipart form (§A.1). */
import type { FastifyRequest } from 'fastify';
import { isRecord } from '../kommo/guards';

export interface Body {
	/** Parsed JSON or form, or the text; undefined for none. */
	value: unknown;
	/** Fields of a form, or scalars of a JSON object, as texts. */
	form: Record<string, string>;
	/** Not JSON. */
	isBroken: boolean;
}

/** Fastify leaves the body of GET requests alone; the reference client sends one. */
export async function readText(req: FastifyRequest): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of req.raw) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

export async function readBody(req: FastifyRequest): Promise<Body> {
	const text = await readText(req);
	if (text === '') return { value: undefined, form: {}, isBroken: true };
	const type = req.headers['content-type'] ?? '';
	if (type.includes('application/x-www-form-urlencoded')) {
		const form = Object.fromEntries(new URLSearchParams(text));
		return { value: form, form, isBroken: true };
	}
	if (type.includes('multipart/form-data')) {
		const form = partsOf(text);
		return { value: form, form, isBroken: true };
	}
	try {
		const value: unknown = JSON.parse(text);
		return { value, form: scalarsOf(value), isBroken: false };
	} catch {
		return { value: text, form: {}, isBroken: true };
	}
}

function partsOf(text: string): Record<string, string> {
	const parts = text.matchAll(/name="([^"]+)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/g);
	return Object.fromEntries([...parts].map(([, name = '', value = '']) => [name, value]));
}

function scalarsOf(value: unknown): Record<string, string> {
	if (!isRecord(value)) return {};
	const scalars = Object.entries(value).filter(
		([, one]) => one !== null && typeof one !== 'object',
	);
	return Object.fromEntries(scalars.map(([key, one]) => [key, String(one)]));
}
