/** Wire shapes of the Kommo / amoCRM API v4, as documented; only what the nodes read or write. */

export interface CustomFieldEnum {
	id: number;
	value: string;
	sort?: number;
	code?: string | null;
}

/** `GET /api/v4/{entityType}/custom_fields` */
export interface CustomFieldDefinition {
	id: number;
	name: string;
	type: string;
	code: string | null;
	sort?: number;
	enums: CustomFieldEnum[] | null;
	group_id?: string | null;
	is_api_only?: boolean;
	is_computed?: boolean;
	currency?: string | null;
	required_statuses?: Array<{ status_id: number; pipeline_id: number }> | null;
	nested?: Array<{ id: number; parent_id: number | null; value: string; sort?: number }> | null;
	chained_lists?: Array<{
		title: string | null;
		catalog_id: number;
		parent_catalog_id: number | null;
	}> | null;
}

/** One item of `values`; its keys depend on the field's type. */
export type CustomFieldValue = Record<string, unknown>;

/** An entry of `custom_fields_values` as it is written. */
export interface CustomFieldWrite {
	field_id?: number;
	field_code?: string;
	/** `null` clears the field. */
	values: CustomFieldValue[] | null;
}

/** An entry of `custom_fields_values` as it is read. */
export interface CustomFieldRead {
	field_id: number;
	field_name: string;
	field_code: string | null;
	field_type: string;
	/** `null` is what clears a field; an answer may give it back. */
	values: CustomFieldValue[] | null;
	is_computed?: boolean;
}

export interface Stage {
	id: number;
	name: string;
	sort: number;
	is_editable: boolean;
	pipeline_id: number;
	color: string;
	type: number;
}

export interface Pipeline {
	id: number;
	name: string;
	sort: number;
	is_main: boolean;
	is_archive: boolean;
	_embedded: { statuses: Stage[] };
}

export interface User {
	id: number;
	name: string;
	email: string;
	rights?: { is_admin?: boolean; is_active?: boolean };
}

export interface TaskType {
	id: number;
	name: string;
	code: string | null;
}

export interface Account {
	id: number;
	name: string;
	subdomain: string;
	currency?: string;
	is_api_filter_enabled?: boolean;
	drive_url?: string;
	current_user_id?: number;
	_embedded?: {
		task_types?: TaskType[];
		datetime_settings?: { timezone?: string };
	};
}

export interface LossReason {
	id: number;
	name: string;
}

export interface Tag {
	id: number;
	name: string;
	color?: string | null;
}

/** Entity types as the API writes them in paths and in `entity_type`. */
export type EntityType = 'leads' | 'contacts' | 'companies' | 'customers';

export const STAGE_WON = 142;
export const STAGE_LOST = 143;
