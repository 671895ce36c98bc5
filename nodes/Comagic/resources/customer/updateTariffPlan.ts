import { changeOperation } from '../../fields/operations';

export const updateTariffPlan = changeOperation({
	method: 'update.customer_tariff_plans',
	name: 'Update Tariff Plan',
	value: 'updateTariffPlan',
	action: 'Update customer tariff plan',
	description: 'Choose the tariff plan of a customer; for agents',
	noun: 'customer',
});
