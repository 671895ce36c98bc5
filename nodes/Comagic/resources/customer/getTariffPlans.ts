import { listOperation } from '../../fields/operations';

export const getTariffPlans = listOperation({
	method: 'get.tariff_plans',
	name: 'Get Tariff Plans',
	value: 'getTariffPlans',
	action: 'Get tariff plans',
	description: 'Get the tariff plans an agent can give',
	noun: 'tariff plan',
});
