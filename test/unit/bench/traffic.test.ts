import { busiestSecond, countText, leastSeconds, refused } from '../../../bench/sandbox/traffic';

const arrivals = (...times: number[]) => times.map((at) => ({ at }));

describe('the busiest second', () => {
	test.each([
		['nothing came', [], 0],
		['all at once', [5, 5, 5], 3],
		['a request exactly 1000 ms later is in the next second', [0, 1000], 1],
		['a request 999 ms later is in the same second', [0, 999], 2],
		['the window slides, it does not start with full seconds', [900, 950, 1000, 1899, 2500], 4],
		['the order of the log does not matter', [2000, 10, 20], 2],
	])('%s', (_, times, most) => {
		expect(busiestSecond(arrivals(...times))).toBe(most);
	});
});

describe('requests in words', () => {
	const get = (path: string) => ({ method: 'GET', path });
	const post = { method: 'POST', path: '/api/v4/leads' };

	test.each([
		['writes alone', [post, post], '2 writes'],
		['one read', [post, get('/a')], '1 write + 1 read'],
		['one read of each kind', [post, get('/a'), get('/b')], '1 write + 2 reads'],
		['a kind read twice is told', [get('/a'), get('/b'), get('/a')], '3 reads of 2 kinds'],
	])('%s', (_, requests, text) => {
		expect(countText(requests)).toBe(text);
	});
});

test('refused requests are those with status 429', () => {
	expect(refused([{ status: 200 }, { status: 429 }, { status: 403 }])).toBe(1);
});

test.each([
	[1, 0],
	[7, 0],
	[8, 1],
	[15, 2],
])('%p requests need at least %p s at 7 a second', (count, seconds) => {
	expect(leastSeconds(count)).toBe(seconds);
});
