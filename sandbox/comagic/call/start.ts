/** Starting calls (§C.2). */
import { isRecord } from '../../kommo/guards';
import { notFound, RpcError } from '../rpc/errors';
import type { Row } from '../store';
import type { CallApiCall, CallApiHandler } from './call';
import type { CallPlan } from './liveCalls';
import { checkDtmf, checkMessage, checkNumber, checkPhone } from './messages';

interface Variant {
	/** `source` in the report. */
	source: string;
	/** -32002 for some methods, -32602 for others (§C.4). */
	blacklistCode: number;
	/** Who answers for the account, and by which scenario. */
	side(
		call: CallApiCall,
		number: Row,
	): Pick<CallPlan, 'employeeId' | 'operatorPhone' | 'scenarioId'>;
}

const VARIANTS: Readonly<Record<string, Variant>> = {
	'start.employee_call': { source: 'callapi', blacklistCode: -32002, side: employeeSide },
	'start.simple_call': {
		source: 'callapi',
		blacklistCode: -32002,
		side: ({ params }) => ({
			employeeId: null,
			operatorPhone: checkNumber(params.operator, 'operator'),
			scenarioId: null,
		}),
	},
	'start.scenario_call': {
		source: 'callapi_scenario_call',
		blacklistCode: -32602,
		side: ({ params, store }) => {
			const scenario = store.get('scenarios', params.scenario_id);
			if (!scenario) {
				throw new RpcError('scenario_not_found', {
					field: 'scenario_id',
					value: params.scenario_id,
				});
			}
			return { employeeId: 41, operatorPhone: '74957770041', scenarioId: Number(scenario.id) };
		},
	},
	'start.vnumber_call': {
		source: 'callapi',
		blacklistCode: -32602,
		side: (_, number) => {
			const scenarios: unknown[] = Array.isArray(number.scenarios) ? number.scenarios : [];
			const [scenario] = scenarios;
			if (!isRecord(scenario)) {
				throw new RpcError('scenario_not_found', { code: -32007, field: 'virtual_phone_number' });
			}
			return {
				employeeId: 41,
				operatorPhone: '74957770041',
				scenarioId: Number(scenario.scenario_id),
			};
		},
	},
	'start.informer_call': {
		source: 'callapi_informer_call',
		blacklistCode: -32602,
		side: () => ({ employeeId: null, operatorPhone: '', scenarioId: null }),
	},
};

export const startHandlers: Readonly<Record<string, CallApiHandler>> = Object.fromEntries(
	Object.entries(VARIANTS).map(([name, variant]): [string, CallApiHandler] => [
		name,
		(call) => start(call, variant),
	]),
);

function start(call: CallApiCall, variant: Variant): Record<string, unknown> {
	const { params, live, now, switches } = call;
	checkSwitching(params);
	for (const field of ['contact_message', 'employee_message', 'operator_message']) {
		checkMessage(call, field);
	}
	checkDtmf(params.dtmf_string, /^[0-9*#.]*$/);
	const number = virtualNumberOf(call);
	const contactPhone = contactOf(call, variant);
	const side = variant.side(call, number);
	const plan: CallPlan = {
		...side,
		source: variant.source,
		direction: params.direction === 'out' ? 'out' : 'in',
		virtualPhone: String(number.virtual_phone_number),
		contactPhone,
		externalId: typeof params.external_id === 'string' ? params.external_id : undefined,
	};
	const started = live.start(plan, now, switches.answerAfterSeconds * 1000);
	return { call_session_id: started.id };
}

/** §C.2: legal only when the account's side is called first and switched at once. */
function checkSwitching({
	early_switching,
	switch_at_once,
	first_call,
}: CallApiCall['params']): void {
	if (early_switching !== true) return;
	if (switch_at_once === true && first_call !== 'contact') return;
	throw new RpcError('invalid_parameters_combination', { field: 'early_switching', value: true });
}

function virtualNumberOf({ params, store }: CallApiCall): Row {
	const value = checkPhone(params.virtual_phone_number, 'virtual_phone_number');
	const number = store.all('virtualNumbers').find((row) => row.virtual_phone_number === value);
	if (number && number.status === 'active') return number;
	throw new RpcError('virtual_phone_number_not_found', { field: 'virtual_phone_number', value });
}

function contactOf({ params, store }: CallApiCall, { blacklistCode }: Variant): string {
	const contact = checkNumber(params.contact, 'contact');
	const isOwn = store.all('virtualNumbers').some((row) => row.virtual_phone_number === contact);
	if (isOwn) {
		throw new RpcError('own_virtual_phone_number_not_allowed', {
			field: 'contact',
			value: contact,
		});
	}
	if (store.all('blacklist').some(({ phone_number }) => phone_number === contact)) {
		const details = { code: blacklistCode, field: 'contact', value: contact };
		throw new RpcError('contact_in_blacklist', details);
	}
	return contact;
}

function employeeSide({ params, store }: CallApiCall): ReturnType<Variant['side']> {
	const wanted = isRecord(params.employee) ? params.employee : {};
	const employee = store.get('employees', wanted.id);
	if (!employee)
		throw new RpcError('employee_not_found', { field: 'employee.id', value: wanted.id });
	const phones: unknown[] = Array.isArray(employee.phone_numbers) ? employee.phone_numbers : [];
	const active = phones.filter(isRecord).filter(({ status }) => status !== 'inactive');
	const { phone_number } = wanted;
	const phone = active.find(
		(one) => phone_number === undefined || one.phone_number === phone_number,
	);
	if (!phone) {
		throw phone_number === undefined
			? new RpcError('no_active_phone_number', { field: 'employee.id', value: wanted.id })
			: notFound('employee.phone_number', phone_number);
	}
	return {
		employeeId: Number(employee.id),
		operatorPhone: String(phone.phone_number),
		scenarioId: null,
	};
}
