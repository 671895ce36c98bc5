/** upload.calls and get.uploaded_calls (§B.8). */
import { isRecord } from '../../kommo/guards';
import { fromLocal, toLocal } from '../localTime';
import { RpcError } from '../rpc/errors';
import { operatorPhoneOf, type CallFacts } from '../seed/calls';
import { hexName } from '../seed/chance';
import { textOf } from '../textOf';
import type { DataCall, Handlers } from './call';
import { keyOf } from './communicationColumns';
import { rowsOf } from './list';
import { periodOf } from './period';
import { answerRows } from './reports';
import { entriesOf, orNull, visitOf, type Entry } from './uploadEntry';

const MAX_BYTES = 512 * 1024;
const ID_BASE = 380_000_000;
const COMMUNICATION_BASE = 580_000_000;

/** Already loaded calls are silently ignored. */
function upload(call: DataCall): Entry {
	const entries = entriesOf(call, 'calls');
	if (Buffer.byteLength(JSON.stringify(entries)) > MAX_BYTES) {
		throw new RpcError('data_limit_exceeded', { field: 'calls' });
	}
	for (const entry of entries) check(entry);
	for (const entry of entries) {
		if (!call.store.get('uploadedCalls', entry.ext_id)) accept(call, entry);
	}
	return { success: 'true' };
}

function check(entry: Entry): void {
	if (entry.wav_records !== undefined && entry.mp3_records !== undefined) {
		throw new RpcError('invalid_parameters_combination', { field: 'calls.mp3_records' });
	}
	const startedAt = fromLocal(entry.start_time) ?? 0;
	const finishedAt = fromLocal(entry.finish_time) ?? 0;
	if (finishedAt < startedAt) {
		throw new RpcError('invalid_date_time', {
			field: 'calls.finish_time',
			value: entry.finish_time,
		});
	}
	const outside = entry.direction === 'out' ? 'calling_phone_number' : 'called_phone_number';
	if (textOf(entry[outside]) === '') {
		throw new RpcError('invalid_parameter_value', { field: `calls.${outside}`, value: '' });
	}
}

function accept(call: DataCall, entry: Entry): void {
	const { store, now } = call;
	const facts = factsOf(call, entry);
	store.calls.push(facts);
	store.tagLinks.set(keyOf('call', facts.communicationId), tagLinks(call, entry));
	const { wav_records, mp3_records, callback } = entry;
	store.put('uploadedCalls', {
		...entry,
		id: textOf(entry.ext_id),
		status: 'processed',
		comment: orNull(entry.comment),
		records: wav_records ?? mp3_records ?? [],
		record_type: wav_records === undefined ? 'mp3' : 'wav',
		callback: callback ?? {},
		direction: facts.direction,
		error_code: null,
		upload_time: toLocal(now),
		call_session_id: facts.id,
		ext_request_id: `request-${facts.id}`,
	});
	tell(call, entry, facts);
}

/** What became of it, for those who asked; numbers are texts, as in the vendor's example. */
function tell({ send, now }: DataCall, { callback, ext_id }: Entry, { id }: CallFacts): void {
	if (!isRecord(callback) || !Array.isArray(callback.events)) return;
	const wanted: unknown[] = callback.events;
	for (const status of ['in_process', 'processed'].filter((event) => wanted.includes(event))) {
		send(textOf(callback.url), {
			ext_id: textOf(ext_id),
			call_session_id: String(id),
			status,
			timestamp: new Date(now).toISOString().slice(0, 19).replace('T', ' '),
			error_message: null,
			error_code: null,
		});
	}
}

function factsOf({ store }: DataCall, entry: Entry): CallFacts {
	const id = store.next('uploadedCall', ID_BASE);
	const isOut = entry.direction === 'out';
	const visit = visitOf(store, entry.visitor_session_id);
	const startedAt = fromLocal(entry.start_time) ?? 0;
	const whole = ((fromLocal(entry.finish_time) ?? startedAt) - startedAt) / 1000;
	const isLost = entry.is_lost === true;
	const calling = textOf(entry.calling_phone_number);
	const called = textOf(entry.called_phone_number);
	const records = entry.mp3_records ?? entry.wav_records;
	return {
		id,
		communicationId: id - ID_BASE + COMMUNICATION_BASE,
		...(visit ? { visit } : {}),
		at: startedAt,
		direction: isOut ? 'out' : 'in',
		isLost,
		source: 'upload_calls',
		wait: numberOr(entry.wait_duration, 0),
		talk: numberOr(entry.talk_duration, isLost ? 0 : whole),
		contactPhone: isOut ? called : calling,
		virtualPhone: isOut ? calling : called,
		employeeId: employeeOf(records),
		operatorPhone: operatorPhoneOf(41),
		scenarioId: null,
		finishReason: isLost ? 'subscriber_disconnects' : 'success_finish',
		records: Array.isArray(records) ? records.map((_, place) => hexName(id, place)) : [],
		voiceMails: [],
		tagIds: [],
		isTransfer: entry.is_transfer === true,
		extId: textOf(entry.ext_id),
		...(typeof entry.site_id === 'number' ? { siteId: entry.site_id } : {}),
		...(typeof entry.campaign_id === 'number' ? { campaignId: entry.campaign_id } : {}),
	};
}

const numberOr = (value: unknown, other: number): number =>
	typeof value === 'number' ? value : other;

function employeeOf(records: unknown): number | null {
	const entries: unknown[] = Array.isArray(records) ? records : [];
	const ids = entries.filter(isRecord).map(({ employee_id }) => employee_id);
	return ids.find((id) => typeof id === 'number') ?? null;
}

/** Tags are found by id or name; new names become tags. */
function tagLinks({ store, now }: DataCall, { tags }: Entry) {
	const entries: unknown[] = Array.isArray(tags) ? tags : [];
	return entries.filter(isRecord).map(({ tag_id, tag_name }) => {
		const known =
			store.get('tags', tag_id) ?? store.all('tags').find(({ name }) => name === tag_name);
		const id = known ? Number(known.id) : store.next('tags');
		if (!known) store.put('tags', { id, name: textOf(tag_name), is_system: false });
		return { tag_id: id, tag_change_time: toLocal(now) };
	});
}

function list(call: DataCall) {
	const period = periodOf(call);
	const rows = call.store.all('uploadedCalls').filter(({ start_time }) => {
		const at = fromLocal(start_time) ?? 0;
		return !period || (at >= period.fromMs && at < period.toMs);
	});
	return answerRows(call, rowsOf(rows));
}

export const uploadCalls: Handlers = { 'upload.calls': upload, 'get.uploaded_calls': list };
