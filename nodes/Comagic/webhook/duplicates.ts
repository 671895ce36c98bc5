import { createHash } from 'node:crypto';

import type { Notification } from './decode/decodeRequest';

/**
 * What makes a notification the same as another one, or null when two alike may both be true: call
 * session, event, time and all else it says. The whole is compared because one call rings at several
 * employees in the same moment, with notifications that differ in the employee only. Without a time
 * and a call nothing tells a repetition from a second event.
 * @see fact sheet §D.1
 */
export function notificationKey({ event, data }: Notification): string | null {
	const { notification_timestamp: _sentAt, notification_timestamp_iso: _sent, ...said } = data;
	const isDated = ['notification_time', 'call_session_id'].some((name) => isSaid(data[name]));
	if (!isDated) return null;
	const sorted = Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1));
	const text = JSON.stringify([event, sorted]);
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
