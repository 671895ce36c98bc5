import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import { CONTACT_TYPES, nameOf, RECURRENCES } from '../codes';
import type { ModelType } from '../model';
import { momentText } from '../momentText';
import type { ClevertimSession } from '../transport/session';
import { simplifyCustomFields } from './customFields';

/** What reads better in another form. */
const READABLE: Readonly<Record<string, (value: unknown) => IDataObject[string]>> = {
	ctype: (value) => nameOf(CONTACT_TYPES, shown(value)),
	rec: (value) => nameOf(RECURRENCES, shown(value)),
	startDate: momentText,
	endDate: momentText,
};

/**
 * The flat form of a record: the named properties under the API's own names, custom fields by
 * name, and what "Load Referenced Records" has added.
 */
export function flat(properties: string[], model?: ModelType) {
	return async (record: IDataObject, session: ClevertimSession): Promise<IDataObject> => ({
		...Object.fromEntries(
			properties
				.filter((name) => record[name] !== undefined)
				.map((name) => [name, READABLE[name]?.(record[name]) ?? record[name]]),
		),
		...(model === undefined
			? {}
			: { customFields: await simplifyCustomFields(record.cf, model, session) }),
		...(isRecord(record.referenced) ? { referenced: record.referenced } : {}),
	});
}
