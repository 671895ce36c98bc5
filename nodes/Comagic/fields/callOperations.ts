import type { IDataObject } from 'n8n-workflow';

import { at } from '../../shared/wire';
import { foundRows } from '../transport/listRows';
import { callSession, checkSwitching } from './callFields';
import type { ComagicField, ComagicOperation } from './comagicField';
import { limit, returnAll } from './listFields';
import { optionsOf, transportOptions, validateOnly } from './options';

interface Use {
	name: string;
	value: string;
	action: string;
	description: string;
	/** e.g. `hold.call` */
	method: string;
	fields?: ComagicField[];
	/** Further options of the node. */
	options?: ComagicField[];
	note?: string;
}

const option = (
	{ name, value, action, description, method }: Use,
	verb: 'GET' | 'POST',
): ComagicOperation['option'] => ({
	name,
	value,
	action,
	description,
	routing: { request: { method: verb, url: `call/${method}` } },
});

/** No 'Retry Creates': what rings, or talks to somebody, is never done twice (§C.1). */
const writeOptions = ({ options = [] }: Use): ComagicField =>
	optionsOf([...options, validateOnly, ...transportOptions]);

/**
 * Starts a call. The item is the id of its session with the values sent; a lost answer is not
 * followed by a second try.
 * @see fact sheet §C.2
 */
export function startOperation(use: Use): ComagicOperation {
	return {
		option: option(use, 'POST'),
		kind: 'write',
		root: 'data',
		noun: 'call',
		note: use.note ?? NEVER_TWICE,
		fields: [...(use.fields ?? []), writeOptions(use)],
		check: checkSwitching,
		spread: (record) => [withSessionFirst(record)],
	};
}

const NEVER_TWICE =
	'Never repeated when its answer is lost: with an External ID you see in List Calls, or in the report of calls, whether it was started.';

function withSessionFirst(record: IDataObject): IDataObject {
	const { id: _none, call_session_id, ...sent } = record;
	return { call_session_id, ...sent };
}

/**
 * Does something to a call that is going on. The item is what was sent with `success: true`; the
 * service writes that as a text (§C.1).
 */
export function manageOperation(use: Use): ComagicOperation {
	return {
		option: option(use, 'POST'),
		kind: 'write',
		root: 'data',
		noun: 'call',
		...(use.note === undefined ? {} : { note: use.note }),
		fields: [callSession, ...(use.fields ?? []), writeOptions(use)],
		spread: ({ id: _none, success, ...sent }) => [{ ...sent, success: isSuccess(success) }],
	};
}

/** A refusal is thrown before; an answer may also say nothing at all. */
const isSuccess = (said: unknown): boolean => said !== false && said !== 'false';

/** A list that comes as a whole: the Call API has no pages. */
export function wholeListOperation(
	use: Use,
	simplify?: (record: IDataObject) => IDataObject,
): ComagicOperation {
	return {
		option: option(use, 'GET'),
		kind: 'list',
		root: 'data',
		noun: 'call',
		list: async ({ session, path, query, limit: most }) => {
			const { body } = await session.send({ method: 'GET', path, query });
			return foundRows(at(body, 'data')).slice(0, most ?? undefined);
		},
		fields: [
			returnAll,
			limit,
			...(simplify ? [simplifyField] : []),
			...(use.fields ?? []),
			optionsOf(transportOptions),
		],
		...(simplify ? { simplify } : {}),
	};
}

const simplifyField: ComagicField = {
	prop: {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
};
