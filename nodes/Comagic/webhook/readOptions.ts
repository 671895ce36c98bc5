import type { IWebhookFunctions } from 'n8n-workflow';
import { IANAZone } from 'luxon';

import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { TypingRules } from './decode/typeField';
import { ANY } from './events';

export interface TriggerOptions {
	rules: TypingRules;
	/** Codes of events; null for all. */
	events: string[] | null;
	/** Mnemonics or names of notifications in lower case; empty for all. */
	names: string[];
	simplify: boolean;
	includeRaw: boolean;
	suppressDuplicates: boolean;
	/** What could not be used as it stands in the form. */
	notes: string[];
}

/** What the form says, for this request. */
export function readOptions(context: IWebhookFunctions): TriggerOptions {
	const given: unknown = context.getNodeParameter('options', {});
	const options: Record<string, unknown> = isRecord(given) ? given : {};
	const events = texts(context.getNodeParameter('events', [ANY]));
	const zone = shown(options.accountTimezone).trim();
	const isZone = zone === '' || IANAZone.isValidZone(zone);
	const links = { origin: shown(options.recordingHost).trim() };
	return {
		rules: {
			timezone: zone === '' || !isZone ? context.getTimezone() : zone,
			links: options.absoluteLinks === false ? null : links,
		},
		events: events.length === 0 || events.includes(ANY) ? null : events,
		names: texts(options.names).map((one) => one.toLowerCase()),
		simplify: context.getNodeParameter('simplify', true) === true,
		includeRaw: options.includeRaw === true,
		suppressDuplicates: options.suppressDuplicates !== false,
		notes: isZone
			? []
			: [`'Account Time Zone' is no zone: ${zone}. The zone of the workflow was used.`],
	};
}

/** A list from the form; an expression may also give one value, or several with commas. */
function texts(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : shown(value).split(',');
	return list.map((one) => shown(one).trim()).filter((one) => one !== '');
}
