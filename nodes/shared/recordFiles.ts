import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

const files = new WeakMap<IDataObject, IBinaryKeyData>();

/** Gives a record files; they become the binary data of its item. */
export function attachFiles(record: IDataObject, binary: IBinaryKeyData): void {
	files.set(record, { ...files.get(record), ...binary });
}

/** The files a record was given, if any. */
export const filesOf = (record: IDataObject): IBinaryKeyData | undefined => files.get(record);

/** A record of its own with the same values and files. */
export function copyRecord(record: IDataObject): IDataObject {
	const copy = structuredClone(record);
	const binary = files.get(record);
	if (binary) files.set(copy, structuredClone(binary));
	return copy;
}
