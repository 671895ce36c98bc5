/** Shape of an account's seed; ids are written without the account's id base. */

export interface SeedPipeline {
	id: number;
	name: string;
	/** Id of the incoming-leads stage; editable stages follow it. */
	firstStatus: number;
	incoming: string;
	stages: string[];
	won: string;
	lost: string;
}

export interface SeedContact {
	first: string;
	last: string;
	phone?: string;
	email?: string;
	position?: string;
	telegram?: string;
	birthday?: string;
	/** Index of the company, from 0. */
	company?: number;
	tags?: string[];
}

export interface SeedCompany {
	name: string;
	phone?: string;
	web?: string;
	legalName?: string;
	tags?: string[];
}

export interface SeedLead {
	name: string;
	price: number;
	pipeline: number;
	status: number;
	/** Indices, from 0; the first contact is the main one. */
	contacts?: number[];
	company?: number;
	/** Index of the user, from 0. */
	owner?: number;
	channel?: number;
	interests?: number[];
	hours?: string;
	urgent?: boolean;
	visit?: string;
	utm?: string;
	lossReason?: number;
	tags?: string[];
	deleted?: boolean;
}

export interface SeedTask {
	text: string;
	lead?: number;
	contact?: number;
	/** Days after the seed's date. */
	due: number;
	type?: number;
	done?: string;
}

export interface SeedNote {
	lead?: number;
	contact?: number;
	company?: number;
	type: string;
	params: Record<string, string | number>;
}

export interface SeedData {
	users: Array<{
		id: number;
		name: string;
		email: string;
		admin?: boolean;
		active?: boolean;
		group?: number;
	}>;
	groups: Array<{ id: number; name: string }>;
	taskTypes: Array<{ id: number; name: string; code: string | null; color?: string }>;
	pipelines: SeedPipeline[];
	lossReasons: string[];
	companies: SeedCompany[];
	contacts: SeedContact[];
	leads: SeedLead[];
	tasks: SeedTask[];
	notes: SeedNote[];
}
