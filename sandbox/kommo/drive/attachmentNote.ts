/** Notes of type attachment name a file of the drive (§4.8, §4.27). */
import type { Call } from '../call';
import type { Json } from '../guards';
import type { Row } from '../rows';
import type { AccountStore } from '../store';

/** Notes a file or version that the drive does not hold. */
export function checkAttachment(store: AccountStore, row: Row, params: Json): void {
	const { file_uuid: uuid, version_uuid: version } = params;
	if (typeof uuid !== 'string') return;
	const file = store.files.get(uuid);
	if (!file) return row.errors.notSupported('params.file_uuid');
	const versions: unknown[] = [file.version_uuid, ...file.earlier_versions];
	if (version !== undefined && !versions.includes(version)) {
		row.errors.notSupported('params.version_uuid');
	}
}

/** The params of an attachment as they are read. */
export function attachmentToWire(call: Call, params: Json): Json {
	const file = call.store.files.get(String(params['file_uuid']));
	const name = file?.name ?? params['file_name'];
	return { ...params, original_name: name, is_drive_attachment: true, text: params['file_name'] };
}
