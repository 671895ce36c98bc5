import type { ComagicResource } from '../../fields/comagicField';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getTariffPlans } from './getTariffPlans';
import { update } from './update';
import { updateStatus } from './updateStatus';
import { updateTariffPlan } from './updateTariffPlan';

export const customer: ComagicResource = {
	name: 'Customer',
	value: 'customer',
	operations: [create, get, getAll, getTariffPlans, update, updateStatus, updateTariffPlan],
};
