import { InvalidValue } from '../../shared/invalidValue';
import type { BinaryFile } from '../../shared/operation';
import type { Outcome } from '../../shared/retryPolicy';
import { sendWithRetry, type Attempt } from '../../shared/sendWithRetry';
import { ApiFailure, at, isRecord, type WireAnswer, type WireRequest } from '../../shared/wire';
import { Drive } from './drive';
import type { KommoSender } from './send';
import type { KommoSession } from './session';

/** What the drive answers to the last part, as far as notes and fields need it. */
export interface StoredFile {
	uuid: string;
	version_uuid?: string;
	name: string;
}

/** Bytes of a part when the session names no size (fact sheet §2.2). */
const DOCUMENTED_PART_SIZE = 524_288;

const FINAL: Outcome = { kind: 'status', status: 400, retryAfterMs: null };

/**
 * Stores a file in the account's drive: session, parts one after the other, file model.
 * @throws InvalidValue for a file that is empty or larger than the drive takes
 * @throws ApiFailure when the drive does not store it; its fate is never left unknown, see below
 * @see fact sheet §4.27, §2.2 (sizes)
 */
export async function uploadFile(
	session: KommoSession,
	sender: KommoSender,
	file: BinaryFile,
): Promise<StoredFile> {
	const bytes = await file.read();
	if (bytes.length === 0) throw isEmpty(file);
	const drive = await Drive.open(session, sender);
	// A part whose answer was lost is never sent again, it could stand in the file twice; a new
	// session is opened instead: an unfinished one holds no file, and a finished one whose answer was
	// lost leaves at worst a spare copy in the drive that no card shows.
	const sent = await sendWithRetry(async () => await attempt(drive, file, bytes), {
		...sender.terms(),
		gates: [],
		method: 'PUT',
	});
	if (sent.ok) return sent.value;
	throw sent.failure ?? cancelled(file);
}

/** The whole upload once; it may start anew when an answer was lost on the way. */
async function attempt(
	drive: Drive,
	file: BinaryFile,
	bytes: Buffer,
): Promise<Attempt<StoredFile, ApiFailure>> {
	try {
		return { ok: true, value: await uploadOnce(drive, file, bytes) };
	} catch (error) {
		if (!(error instanceof ApiFailure)) throw error;
		const outcome: Outcome = error.fateUnknown ? { kind: 'unknown' } : FINAL;
		return { ok: false, outcome, failure: explained(error, file) };
	}
}

async function uploadOnce(drive: Drive, file: BinaryFile, bytes: Buffer): Promise<StoredFile> {
	let request: WireRequest = {
		method: 'POST',
		path: drive.at('/v1.0/sessions'),
		body: {
			file_name: file.name,
			file_size: bytes.length,
			content_type: file.mimeType || 'application/octet-stream',
		},
	};
	let answer = await drive.send({ ...request, restartable: true });
	requireFit(file, bytes.length, sizeAt(answer, 'max_file_size') ?? Infinity);
	const partSize = sizeAt(answer, 'max_part_size') ?? DOCUMENTED_PART_SIZE;
	let link = textAt(answer, 'upload_url');
	for (let start = 0; start < bytes.length; start += partSize) {
		if (link === null) throw unexpected(request, 'The files service named no address to send to');
		request = { method: 'POST', path: drive.follow(link, request) };
		const body = bytes.subarray(start, start + partSize);
		answer = await drive.send({ ...request, body, restartable: true });
		link = textAt(answer, 'next_url');
	}
	return storedFile(answer, request, file, bytes.length);
}

function storedFile(
	answer: WireAnswer,
	request: WireRequest,
	file: BinaryFile,
	size: number,
): StoredFile {
	const uuid = textAt(answer, 'uuid');
	if (uuid === null) throw unexpected(request, 'The files service did not confirm the file');
	const stored = sizeAt(answer, 'size') ?? size;
	if (stored !== size) {
		throw unexpected(request, `The files service stored ${stored} of ${size} bytes`);
	}
	const version = textAt(answer, 'version_uuid');
	return {
		uuid,
		name: textAt(answer, 'name') ?? file.name,
		...(version === null ? {} : { version_uuid: version }),
	};
}

function requireFit(file: BinaryFile, size: number, most: number): void {
	if (size <= most) return;
	throw new InvalidValue(
		`'Input Binary Field' holds a file that is too large: ${file.name} has ${size} bytes`,
		`The account takes files of up to ${most} bytes (${Math.floor(most / 1_048_576)} MB).`,
	);
}

function isEmpty(file: BinaryFile): InvalidValue {
	return new InvalidValue(
		`'Input Binary Field' holds an empty file: ${file.name}`,
		'Check the node before: the file has no content, and the account stores none without.',
	);
}

/** The failure with the file's name; nothing that matters was written, so its fate is known. */
function explained(failure: ApiFailure, file: BinaryFile): ApiFailure {
	const refused = failure.status === 403 && isRecord(failure.body);
	const said = refused ? saidBy(failure.body) : '';
	const message = refused ? 'The credential may not store files' : failure.message;
	return new ApiFailure({
		message: `${message} (upload of '${file.name}')`,
		description: refused ? `${SCOPE_ADVICE}${said}` : failure.description,
		status: failure.status,
		body: failure.body,
		request: failure.request,
		stopsRun: failure.stopsRun,
	});
}

const SCOPE_ADVICE =
	"Uploads need the scope Files: add it to the integration, then create a new token or connect the credential again, because a token keeps the scopes it was made with. The token's user needs the right to files as well.";

function saidBy(body: unknown): string {
	const detail = at(body, 'detail');
	return typeof detail === 'string' ? ` The service says: '${detail.slice(0, 200)}'.` : '';
}

function cancelled(file: BinaryFile): ApiFailure {
	return new ApiFailure({
		message: `The execution was cancelled (upload of '${file.name}')`,
		description: 'No further request was sent.',
		status: null,
		request: { method: 'POST', path: '/v1.0/sessions' },
		stopsRun: true,
	});
}

function unexpected(request: WireRequest, message: string): ApiFailure {
	return new ApiFailure({
		message,
		description:
			'The answer was not what the service documents, so nothing was attached. Try again; if it stays, check the proxy in between.',
		status: null,
		request,
	});
}

function textAt({ body }: WireAnswer, key: string): string | null {
	const value = at(body, key);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** A number of bytes, null when the answer has none. */
function sizeAt({ body }: WireAnswer, key: string): number | null {
	const size = Number(at(body, key) ?? NaN);
	return Number.isInteger(size) && size > 0 ? size : null;
}
