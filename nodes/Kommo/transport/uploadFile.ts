import { InvalidValue } from '../../shared/invalidValue';
import type { BinaryFile } from '../../shared/operation';
import type { KommoSender } from './send';
import type { KommoSession } from './session';

export interface StoredFile {
	uuid: string;
	version_uuid: string;
	name: string;
}

export async function uploadFile(
	session: KommoSession,
	_sender: KommoSender,
	file: BinaryFile,
): Promise<StoredFile> {
	const { drive_url } = await session.lookups.account();
	throw new InvalidValue(`${file.name} ${String(drive_url)}`);
}
