import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { isRecord, recordsAt } from '../../shared/wire';
import type { Change, EventFilters } from './filters';

export interface TriggerOptions {
	filters: EventFilters;
	simplify: boolean;
	loadFull: boolean;
	includeRaw: boolean;
	suppressDuplicates: boolean;
}

const CHANGES: readonly Change[] = ['stage', 'pipeline', 'responsible', 'taskText'];

/** What the form says, for this delivery. */
export function readOptions(context: IWebhookFunctions): TriggerOptions {
	const filters = record(context.getNodeParameter('filters', {}));
	const options = record(context.getNodeParameter('options', {}));
	return {
		simplify: context.getNodeParameter('simplify', true) === true,
		loadFull: options.loadFull === true,
		includeRaw: options.includeRaw === true,
		suppressDuplicates: options.suppressDuplicates !== false,
		filters: {
			pipelines: texts(filters.pipelines),
			fromStages: texts(filters.fromStages),
			toStages: texts(filters.toStages),
			responsibleUsers: texts(filters.responsibleUsers),
			ignoredUsers: texts(filters.ignoredUsers),
			changed: texts(filters.changed).flatMap((one) => CHANGES.filter((change) => change === one)),
			customFields: recordsAt(filters.customFields, 'conditions')
				.map(({ field, value }) => ({ field: shown(field).trim(), value: shown(value).trim() }))
				.filter(({ field }) => field !== ''),
		},
	};
}

/** Filters that deliveries answer with ids only, by the form's label. */
const BY_ID = {
	fromStages: 'From Stage Names or IDs',
	ignoredUsers: 'Ignore Changes By Names or IDs',
	pipelines: 'Pipeline Names or IDs',
	responsibleUsers: 'Responsible User Names or IDs',
	toStages: 'To Stage Names or IDs',
} as const;

/**
 * Refuses filters that no event could pass: an expression may give a name, which no delivery has.
 * Throws InvalidValue naming the filter.
 */
export function requireIdsInFilters(context: IHookFunctions): void {
	const filters = filtersNow(context);
	for (const [name, label] of Object.entries(BY_ID)) {
		const odd = texts(filters[name]).find((one) => !/^\d+$/.test(one));
		if (odd === undefined) continue;
		throw new InvalidValue(
			`'${label}' holds something that is not an ID: "${odd}"`,
			'Events carry IDs only, so that none would pass. Choose from the list, or give IDs in the expression.',
		);
	}
}

/** What an expression needs may come with a delivery only: then nothing can be told yet. */
function filtersNow(context: IHookFunctions): Record<string, unknown> {
	try {
		return record(context.getNodeParameter('filters', {}));
	} catch {
		return {};
	}
}

function record(value: unknown): Record<string, unknown> {
	return isRecord(value) ? value : {};
}

/** A list from the form; an expression may also give one value, or several with commas. */
function texts(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : shown(value).split(',');
	return list.map((one) => shown(one).trim()).filter((one) => one !== '');
}
