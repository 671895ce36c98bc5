/** What one would write by hand against the same API: plain fetch, nothing of this package. */
import { setTimeout as delay } from 'node:timers/promises';

/** Starts of single requests are this far apart: 7 a second, and a little room for the network. */
const PACE_MS = 150;
const ARRAY = 50;

export interface Target {
	url: string;
	token: string;
}

interface Page {
	_links?: { next?: { href: string } };
	_embedded?: { leads?: unknown[] };
}

async function call(
	target: Target,
	url: string,
	method: string,
	rows?: object[],
): Promise<Response> {
	const answer = await fetch(url, {
		method,
		headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' },
		...(rows ? { body: JSON.stringify(rows) } : {}),
	});
	return answer;
}

function cut(rows: object[], size: number): object[][] {
	const count = Math.ceil(rows.length / size);
	return Array.from({ length: count }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

/** POST or PATCH of leads in arrays, one after the other; gives the answers, what was refused is lost. */
export async function inArrays(
	target: Target,
	method: 'POST' | 'PATCH',
	rows: object[],
	size = ARRAY,
): Promise<unknown[]> {
	const answers: unknown[] = [];
	for (const part of cut(rows, size)) {
		const answer = await call(target, `${target.url}/api/v4/leads`, method, part);
		const text = await answer.text();
		if (answer.ok) answers.push(JSON.parse(text));
	}
	return answers;
}

/** One request for each lead, started evenly under the limit, many under way at once. */
export async function onePerItem(
	target: Target,
	method: 'POST' | 'PATCH',
	rows: object[],
): Promise<void> {
	const startedAt = performance.now();
	const running = rows.map(async (row, index) => {
		await delay(startedAt + index * PACE_MS - performance.now());
		const answer = await call(target, `${target.url}/api/v4/leads`, method, [row]);
		await answer.arrayBuffer();
	});
	await Promise.all(running);
}

/** All leads, page after page, 250 at a time as the API's largest page; gives their number. */
export async function pageByPage(target: Target): Promise<number> {
	let count = 0;
	let url: string | undefined = `${target.url}/api/v4/leads?limit=250&order[id]=asc`;
	while (url !== undefined) {
		const answer = await call(target, url, 'GET');
		const page: Page = answer.status === 204 ? {} : ((await answer.json()) as Page);
		count += page._embedded?.leads?.length ?? 0;
		url = page._links?.next?.href;
	}
	return count;
}

/** Leads by id, one request for each, started evenly under the limit. */
export async function getOnePerItem(target: Target, ids: number[]): Promise<void> {
	const startedAt = performance.now();
	const running = ids.map(async (id, index) => {
		await delay(startedAt + index * PACE_MS - performance.now());
		const answer = await call(target, `${target.url}/api/v4/leads/${id}`, 'GET');
		await answer.arrayBuffer();
	});
	await Promise.all(running);
}

/** Stores leads in arrays of 250, to have something to update or to read; gives their ids. */
export async function storeLeads(target: Target, count: number): Promise<number[]> {
	const rows = Array.from({ length: count }, (_, index) => ({
		name: `Lead ${index}`,
		price: index,
	}));
	const answers = (await inArrays(target, 'POST', rows, 250)) as Array<{
		_embedded: { leads: Array<{ id: number }> };
	}>;
	return answers.flatMap(({ _embedded }) => _embedded.leads.map(({ id }) => id));
}
