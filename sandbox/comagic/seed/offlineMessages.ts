/** Facts of requests left in forms. */
import { chance, pick } from './chance';
import { EVENT_AFTER_MS, type Traffic } from './traffic';
import { COMMUNICATION_BASE, visitAt, type Visit } from './visit';

export interface OfflineMessageFacts {
	id: number;
	communicationId: number;
	visit?: Visit;
	/** ms */
	at: number;
	text: string;
	status: string;
	formType: string;
	formName: string | null;
	name: string | null;
	phone: string | null;
	email: string | null;
	employeeId: number | null;
	extId?: string | undefined;
	siteId?: number | null;
	campaignId?: number | null;
	visitorSessionId?: number | null;
}

export const OFFLINE_BASE = 600_000_000;

const NAMES = ['Olga', 'Ilya', 'Maxim', 'Nina'] as const;

export function offlineMessageOf(traffic: Traffic, place: number): OfflineMessageFacts {
	const visit = visitAt(place, traffic.timeOf(place));
	const status = pick(['processed', 'not_processed', 'processing'], place, 50);
	const name = pick(NAMES, place, 51);
	return {
		id: OFFLINE_BASE + place,
		communicationId: COMMUNICATION_BASE + place,
		visit,
		at: visit.at + EVENT_AFTER_MS,
		text: `Please call me back about order ${place}`,
		status,
		formType: chance(place, 52) < 0.5 ? 'Стандартная' : 'Пользовательская',
		formName: 'Call back',
		name,
		phone: `7917${String(place).padStart(7, '0').slice(-7)}`,
		email: `${name.toLowerCase()}@mail.example`,
		employeeId: status === 'not_processed' ? null : 43,
	};
}
