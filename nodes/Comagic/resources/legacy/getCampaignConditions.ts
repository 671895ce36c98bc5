import { customer, filters, idField } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getCampaignConditions = legacyRead({
	name: 'Get Campaign Conditions',
	value: 'getCampaignConditions',
	action: 'Get campaign conditions',
	description: 'Get the conditions by which visitors are counted to campaigns',
	path: 'v1/ac_condition/',
	noun: 'condition',
	fields: [customer(), ...limits, filters([idField('Condition ID', 'conditionId', 'id')])],
});
