/** The file model (§4.27). */
import type { Call } from '../call';
import type { Json } from '../guards';
import type { StoredFile } from './model';

export function fileToWire(call: Call, file: StoredFile): Json {
	const self = `${call.base}/v1.0/files/${file.uuid}`;
	const download = `${call.base}/download/${call.store.info.id}/${file.uuid}`;
	const name = encodeURIComponent(file.name);
	return {
		uuid: file.uuid,
		type: kindOf(file.mime_type),
		is_trashed: false,
		name: file.name,
		sanitized_name: file.name.replace(/[^\p{L}\p{N}._-]+/gu, '_'),
		size: file.size,
		source_id: null,
		version_uuid: file.version_uuid,
		has_multiple_versions: file.earlier_versions.length > 0,
		created_at: file.created_at,
		created_by: { id: file.created_by, type: 'user' },
		updated_at: file.updated_at,
		updated_by: { id: file.updated_by, type: 'user' },
		deleted_at: null,
		deleted_by: null,
		metadata: { extension: /\.([^.]+)$/.exec(file.name)?.[1] ?? '', mime_type: file.mime_type },
		previews: [],
		_links: {
			self: { href: self },
			download: { href: `${download}/${name}` },
			download_version: { href: `${download}/${file.version_uuid}/${name}` },
		},
	};
}

function kindOf(mimeType: string): string {
	const [main = ''] = mimeType.split('/');
	return ['image', 'audio', 'video'].includes(main) ? main : 'file';
}
