/** Columns that calls, chats, goals and requests share (‹MKT› of §B.9), with names and tags. */
import { textOf } from '../textOf';
import { toLocal } from '../localTime';
import { MARKETING, type Visit } from '../seed/visit';
import type { EventKind } from '../seed/traffic';
import type { ComagicStore, CommunicationKey, TagLink } from '../store';

/** What every kind of event has. */
export interface EventFacts {
	communicationId: number;
	visit?: Visit;
	/** ms */
	at: number;
	/** Tags of the seed. */
	tagIds?: number[];
	siteId?: number | null;
	campaignId?: number | null;
	visitorSessionId?: number | null;
}

export type Column<Facts> = (facts: Facts, store: ComagicStore) => unknown;
export type Columns<Facts> = Readonly<Record<string, Column<Facts>>>;

export const keyOf = (kind: EventKind, id: number): CommunicationKey => `${kind}:${id}`;

export const employeeName = (store: ComagicStore, id: number | null | undefined): string | null => {
	const employee = id === null || id === undefined ? undefined : store.get('employees', id);
	return employee ? `${textOf(employee.last_name)} ${textOf(employee.first_name)}`.trim() : null;
};

export const nameOf = (
	store: ComagicStore,
	collection: 'campaigns' | 'scenarios' | 'employeeGroups' | 'tags',
	id: unknown,
): unknown => store.get(collection, id)?.name ?? null;

/** The tags a communication has now. */
export function tagLinksOf(store: ComagicStore, kind: EventKind, facts: EventFacts): TagLink[] {
	const changed = store.tagLinks.get(keyOf(kind, facts.communicationId));
	const links =
		changed ??
		(facts.tagIds ?? []).map((tag_id) => ({ tag_id, tag_change_time: toLocal(facts.at) }));
	return links.filter(({ tag_id }) => store.get('tags', tag_id));
}

export const tagsColumn =
	<Facts extends EventFacts>(kind: EventKind): Column<Facts> =>
	(facts, store) =>
		tagLinksOf(store, kind, facts).map(({ tag_id, tag_change_time }) => ({
			tag_id,
			tag_name: nameOf(store, 'tags', tag_id),
			tag_type: 'manual',
			tag_change_time,
			tag_user_id: 1,
			tag_user_login: 'owner@comagic.example',
			tag_employee_id: null,
			tag_employee_full_name: null,
		}));

const siteOf = ({ siteId, visit }: EventFacts): number | null => siteId ?? visit?.siteId ?? null;
const campaignOf = ({ campaignId, visit }: EventFacts): number | null =>
	campaignId ?? visit?.campaignId ?? null;

export function communicationColumns<Facts extends EventFacts>(kind: EventKind): Columns<Facts> {
	const marketing = Object.entries(MARKETING).map(([name, column]): [string, Column<Facts>] => [
		name,
		({ visit }) => (visit ? column(visit) : null),
	]);
	const sale = (facts: Facts, store: ComagicStore) =>
		store.sales.get(keyOf(kind, facts.communicationId));
	return {
		...Object.fromEntries(marketing),
		visitor_type: ({ visit }) => (visit ? MARKETING.visitor_type?.(visit) : 'Не заполнен'),
		communication_id: ({ communicationId }) => communicationId,
		communication_type: () => kind,
		site_id: siteOf,
		campaign_id: campaignOf,
		visitor_session_id: ({ visitorSessionId, visit }) => visitorSessionId ?? visit?.id ?? null,
		site_domain_name: (facts, store) => store.get('sites', siteOf(facts))?.domain_name ?? null,
		campaign_name: (facts, store) => nameOf(store, 'campaigns', campaignOf(facts)),
		visitor_first_campaign_name: (facts, store) => nameOf(store, 'campaigns', campaignOf(facts)),
		tags: tagsColumn(kind),
		sale_date: (facts, store) => sale(facts, store)?.date_time ?? null,
		sale_cost: (facts, store) => sale(facts, store)?.transaction_value ?? null,
		attributes: attributesOf,
	};
}

function attributesOf(facts: EventFacts): string[] {
	const isFirst = facts.visit ? facts.visit.place % 3 === 0 : true;
	const isTarget = facts.visit ? facts.visit.place % 5 !== 0 : true;
	return [
		isFirst ? 'first' : 'secondary',
		isTarget ? 'target' : 'off-target',
		...('isLost' in facts && facts.isLost === true ? ['lost'] : []),
	];
}
