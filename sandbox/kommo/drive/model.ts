/** What the files service stores (§4.27). */

export interface StoredFile {
	uuid: string;
	version_uuid: string;
	/** Earlier versions, oldest first. */
	earlier_versions: string[];
	name: string;
	/** Bytes. */
	size: number;
	mime_type: string;
	created_by: number;
	updated_by: number;
	/** Unix seconds. */
	created_at: number;
	updated_at: number;
}

/** An upload that has begun; it holds no file before its last part. */
export interface UploadSession {
	id: number;
	file_name: string;
	file_size: number;
	content_type: string;
	/** Set for a new version of a stored file. */
	file_uuid: string | undefined;
	parts: Buffer[];
	received: number;
}
