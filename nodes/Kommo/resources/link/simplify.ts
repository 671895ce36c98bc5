import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../shared/wire';

/** A link without nesting: the main contact is called as in writing, `is_main` (fact sheet §4.10). */
export function simplifyLink(link: IDataObject): IDataObject {
	const { metadata, ...ends } = link;
	if (!isRecord(metadata)) return ends;
	const { main_contact: isMain, ...rest } = metadata;
	return { ...ends, ...(isMain === undefined ? {} : { is_main: isMain }), ...rest };
}
