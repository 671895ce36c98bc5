import {
	catalogue,
	type MethodSpec,
	type ParamSpec,
} from '../../../sandbox/comagic/data/catalogue';
import { daysAgo, NOW_LOCAL, useComagic } from './client';

const comagic = useComagic({ limits: { perDay: 100_000, perMinute: 100_000 } });

const METHODS = [...catalogue().values()];

/** Something of the right type; what must exist is named where it matters. */
function valueOf(spec: ParamSpec): unknown {
	if (spec.enum?.[0] !== undefined) return spec.type === 'array' ? [spec.enum[0]] : spec.enum[0];
	switch (spec.type) {
		case 'number':
		case 'integer':
			return 1;
		case 'boolean':
			return true;
		case 'array':
			return spec.children ? [paramsOf(spec.children)] : [];
		case 'object':
			return spec.children ? paramsOf(spec.children) : {};
		case 'datetime':
			return spec.name === 'date_from' ? daysAgo(2) : NOW_LOCAL;
		case 'date':
			return NOW_LOCAL.slice(0, 10);
		default:
			return spec.limits === 'E164'
				? '74950000001'
				: 'x'.repeat(8).slice(0, spec.limits === 'len<=5' ? 5 : 8);
	}
}

const paramsOf = (specs: readonly ParamSpec[]): Record<string, unknown> =>
	Object.fromEntries(
		specs.filter(({ required }) => required === true).map((spec) => [spec.name, valueOf(spec)]),
	);

/** Refusals that a made-up id or value brings about; anything else is a fault of the emulator. */
const FITTING = new Set([
	'entity_not_found',
	'virtual_phone_number_not_found',
	'required_parameter_missed',
	'auth_error',
	'invalid_parameter_value',
	'dependency_error',
]);

const fits = ({ resultShape, name }: MethodSpec, data: unknown): boolean =>
	resultShape === 'data[]' || name.startsWith('get.')
		? Array.isArray(data)
		: typeof data === 'object' && data !== null && !Array.isArray(data);

it('the catalogue has 328 methods', () => {
	expect(METHODS).toHaveLength(328);
});

it.each(METHODS.map((spec) => [spec.name, spec] as const))(
	'%s answers in its documented shape, or says what is missing',
	async (name, spec) => {
		const access_token = spec.access === 'A' ? comagic.sandbox.agency.token : comagic.sandbox.token;
		const { access_token: _, ...params } = paramsOf(spec.params);
		const body = { jsonrpc: '2.0', id: 1, method: name };
		const token = name === 'login.user' ? {} : { access_token };
		const answer = await comagic.post('data', { ...body, params: { ...params, ...token } });
		if (answer.error) {
			expect([...FITTING]).toContain(answer.error.data.mnemonic);
			return;
		}
		expect(fits(spec, answer.result?.data)).toBe(true);
		if (name.startsWith('get.')) expect(answer.result?.metadata.total_items).toBeDefined();
	},
);

it.each(METHODS.filter(({ name }) => name !== 'login.user').map(({ name }) => [name]))(
	'%s refuses a param it does not know',
	async (name) => {
		const spec = catalogue().get(name);
		const access_token =
			spec?.access === 'A' ? comagic.sandbox.agency.token : comagic.sandbox.token;
		const said = await comagic.refusal('data', name, { access_token, surely_unknown: 1 });
		expect(said).toEqual(['unexpected_parameters', 'surely_unknown', -32602]);
	},
);

it('nearly all of them succeed with made-up params', async () => {
	let refused = 0;
	for (const spec of METHODS) {
		const access_token = spec.access === 'A' ? comagic.sandbox.agency.token : comagic.sandbox.token;
		if (spec.name === 'login.user') continue;
		const { error } = await comagic.rpc('data', spec.name, {
			...paramsOf(spec.params),
			access_token,
		});
		if (error) refused += 1;
	}
	expect(refused).toBeLessThan(METHODS.length / 6);
});
