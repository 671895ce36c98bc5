import { codedField } from './codedFields';
import type { KommoField } from './kommoField';
import { collection } from './plain';

/** Predefined fields of type tracking_data on leads (fact sheet §4.12). */
const SOURCES: Array<[displayName: string, name: string, code: string]> = [
	['FBCLID', 'fbclid', 'FBCLID'],
	['GCLID', 'gclid', 'GCLID'],
	['Referrer', 'referrer', 'REFERRER'],
	['UTM Campaign', 'utmCampaign', 'UTM_CAMPAIGN'],
	['UTM Content', 'utmContent', 'UTM_CONTENT'],
	['UTM Medium', 'utmMedium', 'UTM_MEDIUM'],
	['UTM Referrer', 'utmReferrer', 'UTM_REFERRER'],
	['UTM Source', 'utmSource', 'UTM_SOURCE'],
	['UTM Term', 'utmTerm', 'UTM_TERM'],
];

/** Where a lead came from, for the account's analytics. */
export const trafficSource: KommoField = collection(
	'Traffic Source',
	'trafficSource',
	SOURCES.map(([displayName, name, code]) =>
		// eslint-disable-next-line n8n-nodes-base/node-param-default-missing -- codedField sets it
		codedField({
			displayName,
			name,
			code,
			type: 'tracking_data',
			entityType: 'leads',
			property: 'custom_fields_values',
			beside: ['customFields', 'additionalFields.fieldMap'],
		}),
	),
	'Add Source',
);
