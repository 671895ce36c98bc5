import type { IDataObject } from 'n8n-workflow';

import type { Notification } from './decode/decodeRequest';

/** What all notifications of a request share. */
export interface RequestFacts {
	/** ISO 8601. */
	receivedAt: string;
	/** The body, or the query, as it came; where it was asked for or something was assumed. */
	raw?: string;
}

/** Fields about the notification rather than what happened. */
const HOUSEKEEPING = ['app_id', 'notification_timestamp', 'notification_timestamp_iso'];
/** Names the item itself uses: a field of that name steps aside. */
const OWN = new Set(['event', 'missing', 'receivedAt', 'reason', 'notes', 'raw']);

/** The JSON of a notification's item. */
export function eventItem(
	{ event, data, missing, notes, reason }: Notification,
	{ receivedAt, raw }: RequestFacts,
	isSimple: boolean,
): IDataObject {
	return {
		event,
		...(isSimple ? simplified(data) : { data }),
		missing,
		receivedAt,
		...(reason === undefined ? {} : { reason }),
		...(notes.length === 0 ? {} : { notes }),
		...(raw === undefined ? {} : { raw }),
	};
}

/** What came, without empty values and housekeeping; times in ISO 8601 only. */
function simplified(data: IDataObject): IDataObject {
	const fields = Object.entries(data).flatMap(
		([name, value]): Array<[string, IDataObject[string]]> => {
			if (value === null || value === '' || HOUSEKEEPING.includes(name)) return [];
			const base = name.replace(/_iso$/, '');
			if (base !== name && Object.hasOwn(data, base)) return [];
			const iso = Object.hasOwn(data, `${name}_iso`) ? data[`${name}_iso`] : undefined;
			return [[OWN.has(name) ? `data_${name}` : name, iso ?? value]];
		},
	);
	return Object.fromEntries(fields);
}
