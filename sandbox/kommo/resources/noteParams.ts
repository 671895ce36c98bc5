/** Note types that can be created, and their params (§4.8). */
import type { Call } from '../call';
import { checkAttachment, writableAttachment } from '../drive/attachmentNote';
import { isRecord, type Json } from '../guards';
import type { Row } from '../rows';

type ParamType = 'text' | 'int' | 'textOrInt' | 'status';

interface NoteType {
	params: Record<string, ParamType>;
	required: string[];
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
	required: ['duration', 'source', 'phone'],
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
	const isAttachment = noteType === 'attachment';
	for (const key of isNew ? type.required : []) {
		if (params[key] === undefined) row.errors.missing(`params.${key}`);
	}
	const given = isAttachment && !switches.rejectReadOnlyKeys ? writableAttachment(params) : params;
	for (const [key, value] of Object.entries(given)) {
		const expected = type.params[key];
		// null is refused, too: optional keys are to be left out (§7 no. 19)
		if (expected && !checks[expected].accepts(value)) {
			row.errors.invalidType(`params.${key}`, checks[expected].name);
		} else if (!expected) row.errors.notExpected(`params.${key}`);
	}
	if (isAttachment) checkAttachment(store, row, given);
	return given;
}
