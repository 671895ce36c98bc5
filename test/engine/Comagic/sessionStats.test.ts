import { shown } from '../../../nodes/shared/shown';
import { accountTime, comagicRunner, useComagicSandbox } from '../../support/comagicSandbox';

const sandbox = useComagicSandbox({ seed: { calls: 120, days: 12 } });
const legacy = comagicRunner(sandbox, 'legacy');
const byLogin = { credentialFields: { access: 'login' as const } };
const byId = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });

const day = (days: number): string => accountTime(Date.now(), days).slice(0, 10);

/** Query of the only request to a path, without its session key. */
function queryOf(path: string): Record<string, string> {
	const [request, ...more] = sandbox().requests({ api: 'session', path: `/api/v1/${path}` });
	if (!request || more.length > 0)
		throw new Error(`${path} was asked for ${more.length + 1} times`);
	const { session_key: _key, ...query } = request.query;
	return query;
}

const siteId = () => Number(sandbox().store.all('sites')[0]?.id);

describe('every parameter of the old client (fact sheet §A.3)', () => {
	const range = { dateFrom: '2026-01-05', dateTo: '2026-01-07' };
	const wire = { date_from: '2026-01-05', date_till: '2026-01-08' };
	const all = { returnAll: true };

	it.each([
		['getClients', all, 'customer_list/', {}],
		['getSites', all, 'site/', {}],
		['getTags', all, 'tag/', {}],
		['getSummaryStats', { siteId: byId(7), ...range }, 'stat/', { site_id: '7', ...wire }],
		[
			'getSummaryStats',
			{ siteId: byId(7), ...range, customerId: byId(3), filters: { acId: byId(5) } },
			'stat/',
			{ site_id: '7', ...wire, customer_id: '3', ac_id: '5' },
		],
		[
			'getCommunicationStats',
			{
				...{ siteId: byId(7), ...range, ...all, customerId: byId(3) },
				filters: { acId: byId(5), tagId: byId(9), onlyFirst: true, showNotGoal: true },
			},
			'communication/',
			{
				...{ site_id: '7', ...wire, customer_id: '3', ac_id: '5', tag_id: '9' },
				...{ only_first: 'true', show_not_goal: 'true' },
			},
		],
		[
			'getGoalStats',
			{
				...{ siteId: byId(7), ...range, ...all, customerId: byId(3) },
				filters: { acId: byId(5), tagId: byId(9), visitorId: 11, goalId: '12' },
			},
			'goal/',
			{
				...{ site_id: '7', ...wire, customer_id: '3' },
				...{ ac_id: '5', tag_id: '9', visitor_id: '11', id: '12' },
			},
		],
		[
			'getCallStats',
			{
				...{ siteId: byId(7), ...range, ...all, customerId: byId(3) },
				filters: {
					...{ acId: byId(5), tagId: byId(9), visitorId: '11', callId: '13' },
					...{ direction: 'in', numa: '79161234567', numb: '74951234567' },
				},
			},
			'call/',
			{
				...{ site_id: '7', ...wire, customer_id: '3', ac_id: '5', tag_id: '9' },
				...{ visitor_id: '11', id: '13', direction: 'in' },
				...{ numa: '79161234567', numb: '74951234567' },
			},
		],
	])('%s sends %j to %s', async (operation, parameters, path, query) => {
		// whether the sandbox knows these IDs does not matter here
		await legacy(operation, parameters, [{}], byLogin);
		expect(queryOf(path)).toEqual(query);
	});

	it.each([
		['getCallStats', { filters: { direction: '={{ "incoming" }}' } }, "'Direction' does not exist"],
		[
			'getCommunicationStats',
			{ siteId: byId(7), filters: { onlyFirst: '={{ "maybe" }}' } },
			"'Only First' is neither true nor false",
		],
		['getSummaryStats', { siteId: byId(7), byDate: '={{ "maybe" }}' }, "'By Date' is neither true"],
	])('%s refuses %j instead of asking for more', async (operation, parameters, words) => {
		const { error } = await legacy(operation, { ...range, ...parameters }, [{}], byLogin);
		expect(error?.message).toContain(words);
		expect(sandbox().requests()).toEqual([]);
	});

	it('takes a switch that an expression gives as a text', async () => {
		const filters = { onlyFirst: '={{ "true" }}', showNotGoal: '={{ "false" }}' };
		await legacy('getCommunicationStats', { siteId: byId(7), ...range, filters }, [{}], byLogin);
		expect(queryOf('communication/')).toEqual({ site_id: '7', ...wire, only_first: 'true' });
	});

	it('sends no switch that is off', async () => {
		const filters = { onlyFirst: false, showNotGoal: false };
		await legacy('getCommunicationStats', { siteId: byId(7), ...range, filters }, [{}], byLogin);
		expect(Object.keys(queryOf('communication/'))).toEqual(['site_id', 'date_from', 'date_till']);
	});
});

describe('dates (fact sheet §A.3: date_till is left out)', () => {
	const asked = async (dateFrom: string, dateTo: string, more = {}) => {
		const parameters = { dateFrom, dateTo, returnAll: true, ...more };
		const { error } = await legacy('getCallStats', parameters, [{}], byLogin);
		expect(error).toBeNull();
		const { date_from, date_till } = queryOf('call/');
		return [date_from, date_till];
	};

	it.each([
		['2026-01-05', '2026-01-05', '2026-01-05', '2026-01-06'],
		['2026-01-05', '2026-01-31', '2026-01-05', '2026-02-01'],
		['2028-02-28', '2028-02-28', '2028-02-28', '2028-02-29'],
		['2026-01-05T10:30:00', '2026-01-07T18:00:00', '2026-01-05', '2026-01-08'],
		['2026-01-05 00:00:00', '2026-01-07 23:59:59', '2026-01-05', '2026-01-08'],
		// a day that starts in another zone stays that day
		['2026-01-05T00:00:00+09:00', '2026-01-07T00:00:00-05:00', '2026-01-05', '2026-01-08'],
	])('from %s to %s is %s up to %s', async (from, to, dateFrom, dateTill) => {
		expect(await asked(from, to)).toEqual([dateFrom, dateTill]);
	});

	it('a moment belongs to the day of the account’s zone', async () => {
		const options = { accountTimeZone: 'Europe/Moscow' };
		const range = await asked('2026-01-05T22:30:00Z', '2026-01-07T20:59:00Z', { options });
		expect(range).toEqual(['2026-01-06', '2026-01-08']);
	});

	it('refuses a range that ends before it begins, without asking', async () => {
		const parameters = { dateFrom: '2026-01-07', dateTo: '2026-01-05' };
		const { error } = await legacy('getCallStats', parameters, [{}], byLogin);
		expect(error?.message).toBe("'To' (2026-01-05) is before 'From' (2026-01-07) [item 0]");
		expect(sandbox().requests()).toEqual([]);
	});

	it('gives the calls of the last day as well', async () => {
		const parameters = { dateFrom: day(-3), dateTo: day(-2), returnAll: true, simplify: false };
		const { json } = await legacy('getCallStats', parameters, [{}], byLogin);
		const days = new Set(json.map(({ call_date: at }) => shown(at).slice(0, 10)));
		expect([...days].sort()).toEqual([day(-3), day(-2)]);
	});
});

describe('summary by date', () => {
	it('asks for every day once, from the day to the next', async () => {
		const parameters = {
			...{ siteId: byId(siteId()), dateFrom: '2026-02-27', dateTo: '2026-03-02' },
			byDate: true,
		};
		const { json, error } = await legacy('getSummaryStats', parameters, [{}], byLogin);
		expect(error).toBeNull();
		const asked = sandbox()
			.requests({ path: '/api/v1/stat/' })
			.map(({ query }) => `${query.date_from} ${query.date_till}`);
		expect(asked.sort()).toEqual([
			'2026-02-27 2026-02-28',
			'2026-02-28 2026-03-01',
			'2026-03-01 2026-03-02',
			'2026-03-02 2026-03-03',
		]);
		expect(json.map(({ date, total }) => [date, total])).toEqual([
			['2026-02-27', false],
			['2026-02-28', false],
			['2026-03-01', false],
			['2026-03-02', false],
		]);
	});

	it('has days that add up to the total of the range', async () => {
		const range = { siteId: byId(siteId()), dateFrom: day(-8), dateTo: day(-2) };
		const whole = await legacy('getSummaryStats', range, [{}], byLogin);
		const byDay = await legacy('getSummaryStats', { ...range, byDate: true }, [{}], byLogin);

		expect(whole.json).toHaveLength(1);
		expect(whole.json[0]).toMatchObject({ date: day(-8), total: true });
		expect(byDay.json).toHaveLength(7);
		const sum = byDay.json.reduce((all, { calls_count: count }) => all + Number(count), 0);
		expect(sum).toBe(whole.json[0]?.calls_count);
		expect(sum).toBeGreaterThan(0);
	});

	it('refuses a slip in the year instead of sending thousands of requests', async () => {
		const parameters = {
			...{ siteId: byId(siteId()), dateFrom: '2016-01-01', dateTo: '2026-01-01' },
			byDate: true,
		};
		const { error } = await legacy('getSummaryStats', parameters, [{}], byLogin);
		expect(error?.message).toMatch(/^'By Date' takes at most 1100 days/);
		expect(sandbox().requests({ path: '/api/v1/stat/' })).toEqual([]);
	});
});

describe('recordings of calls', () => {
	const range = () => ({ dateFrom: day(-11), dateTo: day(0), returnAll: true });

	it('every link is absolute, whether asked for or not', async () => {
		const { json } = await legacy('getCallStats', range(), [{}], byLogin);
		const links = json.flatMap(({ file_link: list }) => list as string[]);
		expect(links.length).toBeGreaterThan(0);
		expect(links.filter((link) => !/^https:\/\/[^/]+\/system\/media\//.test(link))).toEqual([]);
		expect(json[0]).not.toHaveProperty('records');
	});

	it('Return Record URLs names every recording with its call, as the old client did', async () => {
		const parameters = { ...range(), returnRecordUrls: true };
		const { json } = await legacy('getCallStats', parameters, [{}], byLogin);
		expect(json.some(({ records }) => (records as unknown[]).length > 0)).toBe(true);
		for (const { id, file_link: links, records } of json) {
			expect(records).toEqual((links as string[]).map((link) => ({ id, link })));
		}
	});

	it('Simplify off gives all that the service knows', async () => {
		const parameters = { ...range(), returnAll: false, limit: 1, simplify: false };
		const { json } = await legacy('getCallStats', parameters, [{}], byLogin);
		expect(json).toHaveLength(1);
		expect(json[0]).toHaveProperty('utm_source');
	});
});
