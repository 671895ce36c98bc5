import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from './invalidValue';
import type { MatchKey } from './matchKey';
import { Matcher } from './matcher';
import type { OnSeveral, RunSettings, Session } from './operation';
import type { ReadRun } from './readRows';
import type { Row } from './row';
import { shown } from './shown';
import { queryString } from './wire';

export interface FindRun<S extends Session> extends ReadRun<S> {
	settings: RunSettings;
}

/**
 * Finds the records of each row's key: `{ found, matches, <noun> }`, one item for each match with
 * "all". Rows that ask for the same extras share one matcher, so that each distinct key is looked
 * up once.
 */
export async function findRows<S extends Session>(run: FindRun<S>, rows: Row[]): Promise<void> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = queryString(row.query);
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	for (const group of groups.values()) {
		if (!run.goOn && run.failed.size > 0) return;
		await findGroup(run, group);
	}
}

async function findGroup<S extends Session>(run: FindRun<S>, rows: Row[]): Promise<void> {
	const { operation, session, settings } = run;
	const source = {
		path: operation.option.routing.request.url,
		root: operation.root,
		query: rows[0]?.query ?? {},
	};
	const matcher = new Matcher(session, source, settings.match);
	await matcher.prepare(rows.map(keyOf), run.goOn, () => false);
	// a key whose turn never came belongs to a run that another item has ended
	for (const row of rows.filter((one) => matcher.knows(keyOf(one)))) {
		try {
			run.found.set(row, await answers(run, row, matcher.matching(keyOf(row))));
		} catch (error) {
			run.failed.set(row, error);
		}
	}
}

async function answers<S extends Session>(
	run: FindRun<S>,
	row: Row,
	matches: IDataObject[],
): Promise<IDataObject[]> {
	const { noun } = run.operation;
	if (matches.length === 0) return [{ found: false, matches: 0, [noun]: null }];
	const chosen = choose(matches, run.settings.onSeveral, keyOf(row), noun);
	const results: IDataObject[] = [];
	for (const entity of chosen.slice(0, run.mostRecords ?? chosen.length)) {
		const record = await shownAs(run, row, entity);
		results.push({ found: true, matches: matches.length, [noun]: record });
	}
	return results;
}

/** Items of their own: what a later node does to one must not show in another. */
async function shownAs<S extends Session>(
	run: FindRun<S>,
	row: Row,
	entity: IDataObject,
): Promise<IDataObject> {
	const { simplify } = run.operation;
	const own = structuredClone(entity);
	return row.view.simplify && simplify ? await simplify(own, run.session) : own;
}

/**
 * Which of several matches counts. Matches come oldest first.
 * Throws InvalidValue where the user wants to be asked.
 */
export function choose(
	matches: IDataObject[],
	onSeveral: OnSeveral,
	key: MatchKey,
	noun: string,
): IDataObject[] {
	const [first] = matches;
	if (!first || matches.length === 1 || onSeveral === 'all') return matches;
	if (onSeveral === 'firstCreated') return [oldest(matches, first)];
	if (onSeveral === 'lastUpdated') return [latest(matches, first)];
	const ids = matches.map(({ id }) => shown(id)).join(', ');
	throw new InvalidValue(
		`${matches.length} records match ${key.label}, which should name one ${noun}`,
		`They have the IDs ${ids}. Merge them in the account, look for something that only one has, or choose which one counts in 'When Several Match'.`,
	);
}

const time = (entity: IDataObject, property: string) => Number(entity[property] ?? 0);

function oldest(matches: IDataObject[], first: IDataObject): IDataObject {
	return matches.reduce(
		(best, one) => (time(one, 'created_at') < time(best, 'created_at') ? one : best),
		first,
	);
}

function latest(matches: IDataObject[], first: IDataObject): IDataObject {
	return matches.reduce(
		(best, one) => (time(one, 'updated_at') >= time(best, 'updated_at') ? one : best),
		first,
	);
}

/** Every field of these operations sets a key; a row without one is our own slip. */
export function keyOf(row: Row): MatchKey {
	if (row.match) return row.match;
	throw new Error('The operation has no field that sets what to look for');
}
