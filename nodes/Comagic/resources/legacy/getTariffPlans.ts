import { legacyRead, limits } from '../../fields/legacyOperations';

export const getTariffPlans = legacyRead({
	name: 'Get Tariff Plans',
	value: 'getTariffPlans',
	action: 'Get tariff plans',
	description: 'Get the tariff plans that an agency can give its customers',
	path: 'v1/agent_tp/',
	noun: 'tariff plan',
	fields: [...limits],
});
