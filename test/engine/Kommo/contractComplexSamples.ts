import type { Sample } from './contractSamples';
import { byId } from './kommoRunner';
import { mapped } from './mapper';

const newContact = { contactMode: 'new', contactName: 'Base' };
const newCompany = { companyMode: 'new', companyName: 'Base' };
const mapperOf = (value: Record<string, unknown>) => mapped(value).customFields;

/** Beside the contact and the company there are the details of an incoming lead. */
export const complexSamples: Record<string, Sample> = {
	contactMode: { value: 'existing', beside: { contactId: byId(8101) } },
	companyMode: { value: 'existing', beside: { companyId: byId(8201) } },
	'lead.createComplex.contactId': {
		value: byId(8102),
		beside: { contactMode: 'existing', contactId: byId(8101) },
	},
	'lead.createComplex.companyId': {
		value: byId(8202),
		beside: { companyMode: 'existing', companyId: byId(8201) },
	},
	contactName: { value: 'Other', beside: newContact },
	contactPhone: { value: '+15550100', beside: newContact },
	contactEmail: { value: 'a@x.example', beside: newContact },
	contactCustomFields: { value: mapperOf({ 3004: '1' }), beside: newContact },
	companyName: { value: 'Other', beside: newCompany },
	companyPhone: { value: '+15550100', beside: newCompany },
	companyEmail: { value: 'a@x.example', beside: newCompany },
	companyCustomFields: { value: mapperOf({ 3203: 'https://x.example' }), beside: newCompany },
	...Object.fromEntries(
		['contact', 'company'].flatMap((part) =>
			Object.entries({
				fieldMap: { Email: 'a@x.example' },
				responsibleUserId: 502,
				tags: ['sample'],
				tagsByName: 'sample',
				firstName: 'Ana',
				lastName: 'Reis',
			}).map(([name, value]): [string, Sample] => [
				`${part}Fields.${name}`,
				{ value, beside: { ...newContact, ...newCompany } },
			]),
		),
	),
	incomingLead: { value: 'sip' },
	...Object.fromEntries(
		['formId', 'formName', 'formPage', 'ip', 'referer', 'visitorUid'].map((name) => [
			`formDetails.${name}`,
			{ value: 'Sample', beside: { incomingLead: 'forms' } },
		]),
	),
	'formDetails.formSentAt': { value: '2026-02-01', beside: { incomingLead: 'forms' } },
	...Object.fromEntries(
		['uniq', 'callResponsible', 'phone', 'link', 'serviceCode'].map((name) => [
			`callDetails.${name}`,
			{ value: 'Sample', beside: { incomingLead: 'sip' } },
		]),
	),
	'callDetails.calledAt': { value: '2026-02-01', beside: { incomingLead: 'sip' } },
	'callDetails.duration': { value: 7, beside: { incomingLead: 'sip' } },
	'callDetails.isCallEventNeeded': { value: false, beside: { incomingLead: 'sip' } },
};
