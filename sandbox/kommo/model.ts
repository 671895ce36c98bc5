/** Stored shapes. Field names are the API's own, so that assertions read like the fact sheet. */

export type EntityType = 'leads' | 'contacts' | 'companies';
export const entityTypes: readonly EntityType[] = ['leads', 'contacts', 'companies'];

/** One item of `values`, in the shape it is read back (§4.13). */
export interface FieldValue {
	value?: unknown;
	enum_id?: number;
	enum_code?: string | null;
	currency?: string;
	catalog_id?: number;
	catalog_element_id?: number;
}

export interface StoredEntity {
	id: number;
	name: string;
	responsible_user_id: number;
	created_by: number;
	updated_by: number;
	created_at: number;
	updated_at: number;
	is_deleted: boolean;
	/** Field id → its values. */
	values: Map<number, FieldValue[]>;
	/** Tag ids in the order they were given. */
	tags: number[];
}

export interface StoredLead extends StoredEntity {
	price: number;
	pipeline_id: number;
	status_id: number;
	loss_reason_id: number | null;
	closed_at: number | null;
	source_id: number | null;
	visitor_uid: string | null;
}

export interface StoredContact extends StoredEntity {
	first_name: string;
	last_name: string;
}

export type StoredCompany = StoredEntity;

export interface StoredTask {
	id: number;
	text: string;
	task_type_id: number;
	entity_id: number | null;
	entity_type: EntityType | null;
	complete_till: number;
	duration: number;
	is_completed: boolean;
	result: { text: string } | null;
	responsible_user_id: number;
	created_by: number;
	updated_by: number;
	created_at: number;
	updated_at: number;
}

export interface StoredNote {
	id: number;
	entity_type: EntityType;
	entity_id: number;
	note_type: string;
	params: Record<string, unknown>;
	is_pinned: boolean;
	responsible_user_id: number;
	created_by: number;
	updated_by: number;
	created_at: number;
	updated_at: number;
}

export interface StoredTag {
	id: number;
	entity_type: EntityType;
	name: string;
	color: string | null;
}

export interface StoredUser {
	id: number;
	name: string;
	email: string;
	lang: string;
	is_admin: boolean;
	is_active: boolean;
	group_id: number;
	phone_number: string | null;
}

export interface StoredStatus {
	id: number;
	name: string;
	sort: number;
	color: string;
	/** 1 = incoming leads. */
	type: 0 | 1;
	is_editable: boolean;
}

export interface StoredPipeline {
	id: number;
	name: string;
	sort: number;
	is_main: boolean;
	is_unsorted_on: boolean;
	is_archive: boolean;
	statuses: StoredStatus[];
}

export interface StoredLossReason {
	id: number;
	name: string;
	sort: number;
	created_at: number;
	updated_at: number;
}

export interface FieldEnum {
	id: number;
	value: string;
	sort: number;
	code: string | null;
}

export interface StoredCustomField {
	id: number;
	entity_type: EntityType;
	name: string;
	type: string;
	code: string | null;
	sort: number;
	group_id: string | null;
	enums: FieldEnum[] | null;
	currency: string | null;
	remind: string | null;
	is_predefined: boolean;
	is_api_only: boolean;
	chained_lists: Array<{
		title: string;
		catalog_id: number;
		parent_catalog_id: number | null;
	}> | null;
	search_in: string | null;
}

/** Stored once per pair: leads before contacts before companies. */
/** What a link may lead to. */
export type LinkEnd = EntityType | 'catalog_elements';

export interface StoredLink {
	from_type: LinkEnd;
	from_id: number;
	to_type: LinkEnd;
	to_id: number;
	/** Lead → contact only. */
	is_main: boolean;
	/** List elements only. */
	element?: ElementLink;
}

export interface ElementLink {
	quantity: number;
	catalog_id: number;
	price_id: number | null;
}

export interface StoredWebhook {
	id: number;
	destination: string;
	settings: string[];
	sort: number;
	disabled: boolean;
	created_by: number;
	created_at: number;
	updated_at: number;
}

export interface DeliveryAttempt {
	/** ms */
	at: number;
	/** 0 = no answer in time or no connection. */
	status: number;
	/** Until the answer, or until none was waited for any more. */
	durationMs: number;
}

export interface StoredDelivery {
	id: number;
	webhook_id: number;
	destination: string;
	/** Settings codes in it, e.g. `status_lead`. */
	events: string[];
	/** x-amocrm-requestid */
	request_id: string;
	/** Form-encoded body as sent. */
	body: string;
	/** Only where it is not the one of forms. */
	content_type?: string;
	attempts: DeliveryAttempt[];
	state: 'pending' | 'delivered' | 'failed';
}

export interface TaskType {
	id: number;
	name: string;
	color: string | null;
	code: string | null;
}

export interface AccountInfo {
	id: number;
	name: string;
	subdomain: string;
	country: string;
	currency: string;
	currency_symbol: string;
	contact_name_display_order: number;
	timezone: string;
	language: 'en' | 'ru';
	created_at: number;
}
