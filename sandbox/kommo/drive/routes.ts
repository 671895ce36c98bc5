/** Upload sessions, their parts, and stored files (§4.27). */
import type { Answer, Call, Route } from '../call';
import { isInt, isRecord } from '../guards';
import { Problem } from '../problems';
import { fileToWire } from './fileModel';
import type { StoredFile, UploadSession } from './model';

export const maxFileSize = 314_572_800;
export const maxPartSize = 524_288;

/** Parts of files: raw bytes, whatever their content type. */
export const partPath = '/v1.0/sessions/upload/';

/** Below the drive's own origin; `budget` keeps them apart from the API's rate limit. */
export const driveRoutes: Route[] = [
	{ method: 'POST', path: '/v1.0/sessions', budget: 'drive', handle: openSession },
	{ method: 'POST', path: `${partPath}:key`, budget: 'drive', handle: addPart },
	{ method: 'GET', path: '/v1.0/files/:uuid', budget: 'drive', handle: getFile },
];

function openSession(call: Call): Answer {
	const body = isRecord(call.body) ? call.body : {};
	const { file_name: name, file_size: size, content_type: type, file_uuid: uuid } = body;
	if (typeof name !== 'string' || name === '') throw invalid('file_name');
	if (!isInt(size) || size < 1 || size > maxFileSize) throw invalid('file_size');
	if (type !== undefined && typeof type !== 'string') throw invalid('content_type');
	if (uuid !== undefined && (typeof uuid !== 'string' || !call.store.files.has(uuid))) {
		throw invalid('file_uuid');
	}
	const session: UploadSession = {
		id: call.store.nextId('uploads'),
		file_name: name,
		file_size: size,
		content_type: type ?? 'application/octet-stream',
		file_uuid: uuid,
		parts: [],
		received: 0,
	};
	call.store.uploads.set(session.id, session);
	return {
		status: 200,
		type: 'application/json',
		body: {
			max_file_size: maxFileSize,
			max_part_size: maxPartSize,
			session_id: session.id,
			upload_url: partUrl(call, session),
		},
	};
}

const invalid = (key: string): Problem => new Problem(400, `The value of ${key} is not valid`);

/** Each part has an address of its own: it names the session and where the part begins. */
function partUrl(call: Call, session: UploadSession): string {
	const key = JSON.stringify({ session_id: session.id, offset: session.received });
	return `${call.base}${partPath}${Buffer.from(key).toString('base64url')}`;
}

function addPart(call: Call): Answer {
	const session = sessionOf(call);
	const part = call.body;
	if (!Buffer.isBuffer(part) || part.length === 0) throw new Problem(400, 'The part is empty');
	if (part.length > maxPartSize) throw new Problem(413, `The part exceeds ${maxPartSize} bytes`);
	if (session.received + part.length > session.file_size) {
		throw new Problem(400, 'The parts exceed the file size of the session');
	}
	session.parts.push(part);
	session.received += part.length;
	const type = 'application/json';
	if (session.received < session.file_size) {
		return {
			status: 200,
			type,
			body: { next_url: partUrl(call, session), session_id: session.id },
		};
	}
	call.store.uploads.delete(session.id);
	return { status: 200, type, entities: 1, body: fileToWire(call, store(call, session)) };
}

/** The session whose next part this is: a part sent twice, or out of order, is refused. */
function sessionOf(call: Call): UploadSession {
	const key = parse(Buffer.from(call.params['key'] ?? '', 'base64url').toString());
	const id = isRecord(key) ? key['session_id'] : undefined;
	const session = isInt(id) ? call.store.uploads.get(id) : undefined;
	if (!isRecord(key) || !session) throw new Problem(404, 'Session not found');
	if (key['offset'] !== session.received) throw new Problem(400, 'This part was received before');
	return session;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function store(call: Call, session: UploadSession): StoredFile {
	const earlier = call.store.files.get(session.file_uuid ?? '');
	const file: StoredFile = {
		uuid: earlier?.uuid ?? uuidOf('f11e', call.store.nextId('files')),
		version_uuid: uuidOf('7e25', call.store.nextId('fileVersions')),
		earlier_versions: earlier ? [...earlier.earlier_versions, earlier.version_uuid] : [],
		name: session.file_name,
		size: session.file_size,
		mime_type: session.content_type,
		created_by: earlier?.created_by ?? call.user.id,
		updated_by: call.user.id,
		created_at: earlier?.created_at ?? call.now,
		updated_at: call.now,
	};
	call.store.files.set(file.uuid, file);
	call.store.fileContents.set(file.version_uuid, Buffer.concat(session.parts));
	return file;
}

function uuidOf(kind: string, id: number): string {
	return `${kind}0000-0000-4000-8000-${String(id).padStart(12, '0')}`;
}

function getFile(call: Call): Answer {
	const file = call.store.files.get(call.params['uuid'] ?? '');
	if (!file) throw new Problem(404, 'File not found');
	return { status: 200, type: 'application/json', entities: 1, body: fileToWire(call, file) };
}
