/** Note types that can be created, and their params (§4.8). */
import type { Call } from '../call';
import { checkAttachment } from '../drive/attachmentNote';
import { isRecord, type Json } from '../guards';
import type { Row } from '../rows';

type ParamType = 'text' | 'int' | 'textOrInt' | 'status';

interface NoteType {
	params: Record<string, ParamType>;
	required: string[];
	/** Optional keys that are to be left out, not sent as null (§4.20, §7 no. 19). */
	notNull?: string[];
	amocrmOnly?: boolean;
}

const call: NoteType = {
	params: {
		uniq: 'text',
		duration: 'int',
		source: 'text',
		link: 'text',
		phone: 'text',
		call_responsible: 'textOrInt',
		call_result: 'text',
		call_status: 'int',
	},
	// §4.8 names none that a call must have
	required: [],
	notNull: ['call_result', 'call_status'],
};
const sms: NoteType = { params: { text: 'text', phone: 'text' }, required: ['text', 'phone'] };
const service: NoteType = {
	params: { service: 'text', text: 'text' },
	required: ['service', 'text'],
};

const noteTypes: Readonly<Record<string, NoteType>> = {
	common: { params: { text: 'text' }, required: ['text'] },
	call_in: call,
	call_out: call,
	service_message: service,
	extended_service_message: service,
	message_cashier: {
		params: { status: 'status', text: 'text' },
		required: ['status', 'text'],
		amocrmOnly: true,
	},
	geolocation: {
		params: { text: 'text', address: 'text', longitude: 'text', latitude: 'text' },
		required: ['text', 'address', 'longitude', 'latitude'],
	},
	sms_in: sms,
	sms_out: sms,
	attachment: {
		params: { file_uuid: 'text', version_uuid: 'text', file_name: 'text' },
		required: ['file_uuid', 'file_name'],
	},
};

const checks: Record<ParamType, { accepts: (value: unknown) => boolean; name: string }> = {
	text: { accepts: (v) => typeof v === 'string', name: 'string' },
	int: { accepts: (v) => Number.isInteger(v), name: 'int' },
	textOrInt: { accepts: (v) => typeof v === 'string' || Number.isInteger(v), name: 'string' },
	status: { accepts: (v) => v === 'created' || v === 'shown' || v === 'canceled', name: 'string' },
};

/** Checked params; errors are noted on the row. On create all required ones must be there. */
export function readNoteParams(
	{ account, store, switches }: Call,
	row: Row,
	noteType: string | undefined,
	isNew: boolean,
): Json | undefined {
	const type = noteType === undefined ? undefined : noteTypes[noteType];
	if (noteType !== undefined && (!type || (type.amocrmOnly && account.name !== 'amocrm'))) {
		row.errors.notSupported('note_type');
		return undefined;
	}
	const params = row.data['params'];
	if (params === undefined) {
		if (isNew) row.errors.missing('params');
		return undefined;
	}
	if (!isRecord(params)) {
		row.errors.invalidType('params', 'array');
		return undefined;
	}
	if (!type) return undefined;
	const given = withoutNulls(params, type);
	for (const key of isNew ? type.required : []) {
		if (given[key] === undefined) row.errors.missing(`params.${key}`);
	}
	const kept: Json = {};
	for (const [key, value] of Object.entries(given)) {
		const expected = type.params[key];
		if (!expected) {
			// also what only reading adds: sent back with a change, it says nothing
			if (switches.rejectReadOnlyKeys) row.errors.notExpected(`params.${key}`);
		} else if (checks[expected].accepts(value)) kept[key] = value;
		else if (expected === 'status' && typeof value === 'string')
			row.errors.notSupported(`params.${key}`);
		else row.errors.invalidType(`params.${key}`, checks[expected].name);
	}
	if (noteType === 'attachment') checkAttachment(store, row, kept);
	return kept;
}

/** The official SDK sends null for what is not set. */
function withoutNulls(params: Json, { notNull = [] }: NoteType): Json {
	return Object.fromEntries(
		Object.entries(params).filter(([key, value]) => value !== null || notNull.includes(key)),
	);
}
