/** Methods of the Call API and their params (§C.2, §C.3), in the shape of the catalogue. */
import type { MethodSpec, ParamSpec } from '../data/catalogue';

const param = (name: string, type: string, more: Partial<ParamSpec> = {}): ParamSpec => ({
	name,
	type,
	...more,
});

const must = (name: string, type: string, more: Partial<ParamSpec> = {}): ParamSpec =>
	param(name, type, { ...more, required: true });

const message = (name: string, required = false): ParamSpec =>
	param(name, 'object', {
		...(required ? { required } : {}),
		children: [must('type', 'enum', { enum: ['media', 'tts'] }), must('value', 'string')],
	});

const COMMON = [
	param('virtual_phone_usage_rule', 'enum', {
		enum: ['fixed', 'fixed_for_numa', 'random', 'regional_random', 'regional_fixed_for_numa'],
	}),
	param('external_id', 'string'),
	param('dtmf_string', 'string'),
	param('direction', 'enum', { enum: ['in', 'out'] }),
	must('virtual_phone_number', 'string'),
	must('contact', 'string'),
];

const SWITCHING = [param('switch_at_once', 'boolean'), param('early_switching', 'boolean')];
const MESSAGES = [message('contact_message'), message('employee_message')];
const SHOWING = [param('media_file_id', 'number'), param('show_virtual_phone_number', 'boolean')];
const firstCall = (other: string): ParamSpec =>
	must('first_call', 'enum', { enum: ['contact', other] });

const session = must('call_session_id', 'number');

const BASE = 'callapi_base';
const MANAGEMENT = 'callapi_management';

const METHODS: ReadonlyArray<[name: string, component: string, params: ParamSpec[]]> = [
	[
		'start.employee_call',
		BASE,
		[
			...COMMON,
			firstCall('employee'),
			must('employee', 'object', {
				children: [must('id', 'number'), param('phone_number', 'string')],
			}),
			...SWITCHING,
			...SHOWING,
			...MESSAGES,
		],
	],
	[
		'start.simple_call',
		BASE,
		[
			...COMMON,
			firstCall('operator'),
			must('operator', 'string'),
			param('operator_confirmation', 'string'),
			message('operator_message'),
			message('contact_message'),
			...SWITCHING,
			...SHOWING,
		],
	],
	[
		'start.scenario_call',
		'callapi_scenario_call',
		[...COMMON, firstCall('employee'), must('scenario_id', 'number'), ...MESSAGES, ...SWITCHING],
	],
	['start.vnumber_call', BASE, [...COMMON, firstCall('employee'), ...MESSAGES, ...SWITCHING]],
	[
		'start.informer_call',
		'callapi_informer_call',
		[
			...COMMON,
			message('contact_message', true),
			param('dialing_timeout', 'number', { limits: '1..120' }),
		],
	],
	['hold.call', MANAGEMENT, [session, message('contact_message', true)]],
	['unhold.call', MANAGEMENT, [session]],
	['make.call', MANAGEMENT, [session, must('to', 'string'), message('to_message')]],
	['transfer.talk', MANAGEMENT, [session]],
	['restore.talk', MANAGEMENT, [session]],
	['release.call', MANAGEMENT, [session]],
	['disconnect.leg', MANAGEMENT, [session, must('leg_id', 'number')]],
	['tag.call', MANAGEMENT, [session, must('tag_id', 'number')]],
	['record.call', MANAGEMENT, [session, must('action', 'enum', { enum: ['on', 'off'] })]],
	['add.coach', MANAGEMENT, [session, param('phone_number', 'string')]],
	['block.contact', MANAGEMENT, [session]],
	['send.dtmf', MANAGEMENT, [session, must('dtmf_string', 'string')]],
	['call.talk_option', MANAGEMENT, [session, must('button', 'string')]],
	['list.talk_options', MANAGEMENT, []],
	[
		'list.calls',
		BASE,
		[param('direction', 'enum', { enum: ['in', 'out'] }), param('virtual_phone_number', 'string')],
	],
	['login.user', '', [must('login', 'string'), must('password', 'string')]],
	['logout.user', '', []],
];

const SPECS: ReadonlyMap<string, MethodSpec> = new Map(
	METHODS.map(([name, component, params]): [string, MethodSpec] => [
		name,
		{
			name,
			access: 'A+C',
			component,
			weight: 1,
			// user_id of agents belongs to the Data API (§B.2)
			commonParams: [],
			params,
			resultShape: 'data{}',
			hasDefaults: false,
			fields: [],
		},
	]),
);

export const callSpec = (name: string): MethodSpec | undefined => SPECS.get(name);
