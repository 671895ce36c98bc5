import type { ComagicField, ComagicOperation } from './comagicField';
import type { ParamUse } from './paramField';

/** What tells one operation of the Data API from another; the rest is in the catalogue. */
export interface MethodUse {
	/** e.g. `get.tags` */
	method: string;
	name: string;
	value: string;
	action: string;
	description: string;
	noun: string;
	note?: string;
	/** What is to be said of single parameters. */
	params?: Record<string, ParamUse>;
	/** Optional parameters that stand among the required ones. */
	top?: string[];
	/** Parameters that the form leaves out. */
	without?: string[];
	/** Further options of the operation. */
	options?: ComagicField[];
	/** A last look at the params before they are sent. */
	check?: ComagicOperation['check'];
}
