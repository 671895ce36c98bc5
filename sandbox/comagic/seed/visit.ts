/** Facts of one visit, and the marketing part that every communication carries (‹MKT› of §B.9). */
import { between, chance, hash, pick } from './chance';

export interface Visit {
	/** Its place in the traffic. */
	place: number;
	/** Session id. */
	id: number;
	/** When it began, ms. */
	at: number;
	siteId: number;
	campaignId: number;
	visitorId: number;
	source: string;
}

const SITES = [1001, 1002] as const;
const CAMPAIGNS: Readonly<Record<number, readonly [number, ...number[]]>> = {
	1001: [2001, 2002, -1],
	1002: [2003, 2004],
};

export const SESSION_BASE = 700_000_000;
export const COMMUNICATION_BASE = 500_000_000;
export const CALL_BASE = 300_000_000;

export function visitAt(place: number, at: number): Visit {
	const siteId = pick(SITES, place, 2);
	return {
		place,
		id: SESSION_BASE + place,
		at,
		siteId,
		campaignId: pick(CAMPAIGNS[siteId] ?? [-1], place, 3),
		visitorId: 80_000 + (hash(place, 4) % 5000),
		source: pick(['search', 'social', 'mail', 'direct'], place, 5),
	};
}

type Columns = Readonly<Record<string, (visit: Visit) => unknown>>;

const none = (): null => null;
const list = (): unknown[] => [];
const CITIES = ['Москва', 'Казань', 'Тверь', 'Санкт-Петербург'] as const;
const CHANNELS: Readonly<Record<string, string>> = {
	search: 'paid',
	social: 'social',
	mail: 'email',
	direct: 'direct',
};
const isNew = ({ place }: Visit): boolean => chance(place, 6) < 0.6;

/** Columns without tags, sales and names: those need the store. */
export const MARKETING: Columns = {
	communication_number: ({ place }) => (chance(place, 7) < 0.5 ? 100_000 + place : null),
	communication_page_url: ({ siteId, place }) =>
		`https://${siteId === 1001 ? 'shop' : 'service'}.example/page/${place % 20}`,
	ua_client_id: ({ visitorId }) => `${visitorId}.1700000000`,
	ym_client_id: ({ visitorId }) => `17${visitorId}`,
	search_query: ({ source, place }) => (source === 'search' ? `winter garden ${place % 9}` : null),
	search_engine: ({ source }) => (source === 'search' ? 'yandex' : null),
	referrer_domain: ({ source }) => (source === 'direct' ? null : `${source}.example`),
	referrer: ({ source }) => (source === 'direct' ? null : `https://${source}.example/`),
	entrance_page: ({ siteId }) => `https://${siteId === 1001 ? 'shop' : 'service'}.example/`,
	gclid: none,
	yclid: ({ source, place }) => (source === 'search' ? String(10_000_000 + place) : null),
	ymclid: none,
	ef_id: none,
	channel: ({ source }) => CHANNELS[source] ?? 'direct',
	visit_other_campaign: ({ place }) => chance(place, 8) < 0.1,
	visitor_type: (visit) => (isNew(visit) ? 'Новый' : 'Вернувшийся'),
	visits_count: (visit) => (isNew(visit) ? 1 : between(visit.place, 9, 2, 9)),
	visitor_first_campaign_id: ({ campaignId }) => campaignId,
	visitor_city: ({ place }) => pick(CITIES, place, 10),
	visitor_region: ({ place }) => pick(CITIES, place, 10),
	visitor_country: () => 'Россия',
	visitor_device: ({ place }) => pick(['desktop', 'mobile', 'tablet'], place, 11),
	utm_source: ({ source }) => (source === 'direct' ? null : source),
	utm_medium: ({ source }) => (source === 'search' ? 'cpc' : null),
	utm_term: none,
	utm_content: none,
	utm_campaign: ({ campaignId }) => (campaignId > 0 ? `c${campaignId}` : null),
	openstat_ad: none,
	openstat_campaign: none,
	openstat_service: none,
	openstat_source: none,
	eq_utm_source: ({ source }) => (source === 'direct' ? null : source),
	eq_utm_medium: none,
	eq_utm_term: none,
	eq_utm_content: none,
	eq_utm_campaign: none,
	eq_utm_referrer: none,
	eq_utm_expid: none,
	utm_referrer: none,
	utm_expid: none,
	visitor_custom_properties: list,
	segments: list,
	source_id: ({ source }) => ['search', 'social', 'mail', 'direct'].indexOf(source) + 1,
	source_name: ({ source }) => source,
	source_new: ({ source }) => source,
	channel_new: ({ source }) => CHANNELS[source] ?? 'direct',
	channel_code: ({ source }) => CHANNELS[source] ?? 'direct',
	site_id: ({ siteId }) => siteId,
	campaign_id: ({ campaignId }) => campaignId,
	visitor_id: ({ visitorId }) => visitorId,
	person_id: ({ visitorId }) => visitorId + 1_000_000,
	visitor_session_id: ({ id }) => id,
};
