import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from './invalidValue';
import { readWhole } from './matchAgainstAll';
import type { MatchKey, MatchLimits, MatchSource } from './matchKey';
import type { Session } from './operation';
import { readPages } from './pager';
import { runPool } from './pool';
import { readByIds } from './readByIds';
import { ApiFailure, queryString, type QueryValue } from './wire';

type Answer = { records: IDataObject[] } | { failure: unknown };

/**
 * Finds records by key. Each distinct key is looked up once a run, or the collection is read once
 * for all of them. What cannot be told for certain is a failure of its key, never "not found".
 */
export class Matcher {
	private readonly answers = new Map<string, Answer>();
	/** Searches that several keys ask for, with their candidates. */
	private readonly shared = new Map<string, Promise<IDataObject[]> | null>();
	private ended: { failure: unknown } | null = null;
	private hasFailed = false;

	constructor(
		private readonly session: Session,
		private readonly source: MatchSource,
		private readonly limits: MatchLimits,
	) {}

	/**
	 * Looks all keys up, several at once.
	 * @param goOn whether the others go on when one of them fails
	 * @param stop true when no further request may start
	 */
	async prepare(keys: MatchKey[], goOn: boolean, stop: () => boolean): Promise<void> {
		const distinct = distinctKeys(keys);
		const isOver = () => stop() || this.ended !== null || (!goOn && this.hasFailed);
		const direct = distinct.filter(isDirect);
		const whole = distinct.filter((key) => !isDirect(key) && this.readsWhole(key));
		const searched = distinct.filter((key) => !isDirect(key) && !this.readsWhole(key));
		if (direct.length > 0) await this.forAll(direct, async () => await this.byIds(direct));
		if (whole.length > 0 && !isOver()) {
			await this.forAll(whole, async () => {
				return await readWhole(this.session, this.source, this.limits.maxPages ?? 0, whole);
			});
		}
		this.noteShared(searched);
		await runPool(
			searched.map((key) => async () => await this.settle(key)),
			() => this.session.inFlight(),
			isOver,
		);
		const { ended } = this;
		if (ended)
			for (const { id } of distinct) if (!this.answers.has(id)) this.answers.set(id, ended);
	}

	/** Whether the key was looked up, with whatever result. */
	knows(key: MatchKey): boolean {
		return this.answers.has(key.id);
	}

	/** All records that match the key, by id. Throws when the key was not looked up. */
	matching(key: MatchKey): IDataObject[] {
		const answer = this.answers.get(key.id);
		if (answer && 'records' in answer) return answer.records;
		throw answer ? answer.failure : new Error(`Nobody has looked for ${key.label}`);
	}

	private readsWhole(key: MatchKey): boolean {
		return this.limits.maxPages !== null && key.index !== null;
	}

	private async forAll(
		keys: MatchKey[],
		find: () => Promise<Map<MatchKey, IDataObject[]>>,
	): Promise<void> {
		try {
			const found = await find();
			for (const key of keys) {
				if (!this.answers.has(key.id)) this.keep(key, found.get(key) ?? []);
			}
		} catch (failure) {
			for (const key of keys) this.fail(key, failure);
		}
	}

	private async settle(key: MatchKey): Promise<void> {
		try {
			this.keep(key, await this.lookUp(key));
		} catch (failure) {
			this.fail(key, failure);
		}
	}

	private keep(key: MatchKey, records: IDataObject[]): void {
		this.answers.set(key.id, { records: byId(records.filter((record) => key.matches(record))) });
	}

	private fail(key: MatchKey, failure: unknown): void {
		this.answers.set(key.id, { failure });
		this.hasFailed = true;
		if (failure instanceof ApiFailure && failure.stopsRun) this.ended = { failure };
	}

	/** Records by number, those of all keys together; the numbers may stand on another card. */
	private async byIds(keys: MatchKey[]): Promise<Map<MatchKey, IDataObject[]>> {
		const { session, source } = this;
		const idsOf = await this.idsOnCards(keys);
		const wanted = (key: MatchKey) => key.ids ?? idsOf.get(key) ?? [];
		const ids = keys.flatMap(wanted);
		const found = await readByIds(session, source.path, source.root, ids, source.query);
		return new Map(
			keys.map((key) => [
				key,
				wanted(key)
					.map((id) => found.get(id))
					.filter((record) => record !== undefined),
			]),
		);
	}

	private async idsOnCards(keys: MatchKey[]): Promise<Map<MatchKey, number[]>> {
		const groups = new Map<string, MatchKey[]>();
		for (const key of keys.filter(({ card }) => card !== undefined)) {
			const name = `${key.card?.path}?${queryString(key.card?.query)}`;
			groups.set(name, [...(groups.get(name) ?? []), key]);
		}
		const ids = new Map<MatchKey, number[]>();
		for (const group of groups.values()) {
			const cards = group.flatMap(({ card }) => card ?? []);
			const [first] = cards;
			if (!first) continue;
			const wanted = cards.map(({ id }) => id);
			const found = await readByIds(this.session, first.path, first.root, wanted, first.query);
			for (const key of group) {
				const { card } = key;
				const record = card && found.get(card.id);
				if (record) ids.set(key, card.idsOf(record));
				else this.fail(key, card?.missing());
			}
		}
		return ids;
	}

	private async lookUp(key: MatchKey): Promise<IDataObject[]> {
		if (key.lookups.length === 0) throw notSearchable(key);
		for (const lookup of key.lookups) {
			const candidates = await this.candidates(key, lookup);
			if (candidates.some((entity) => key.matches(entity))) return candidates;
		}
		return [];
	}

	private noteShared(keys: MatchKey[]): void {
		const seen = new Set<string>();
		for (const lookup of keys.flatMap(({ lookups }) => lookups)) {
			const question = queryString(lookup);
			if (seen.has(question)) this.shared.set(question, null);
			seen.add(question);
		}
	}

	private async candidates(
		key: MatchKey,
		lookup: Record<string, QueryValue>,
	): Promise<IDataObject[]> {
		const question = queryString(lookup);
		const known = this.shared.get(question);
		if (known) return await known;
		const answer = this.read(key, lookup);
		if (known === null) this.shared.set(question, answer);
		return await answer;
	}

	private async read(key: MatchKey, lookup: Record<string, QueryValue>): Promise<IDataObject[]> {
		const { path, query, root } = this.source;
		const { maxCandidates } = this.limits;
		const request = {
			method: 'GET' as const,
			path,
			// by id, so that pages do not shift
			query: { ...query, ...lookup, 'order[id]': 'asc', limit: this.session.pageSize },
		};
		const records: IDataObject[] = [];
		for await (const page of readPages(this.session, request, root, maxCandidates + 1)) {
			records.push(...page);
			if (records.length > maxCandidates) throw tooMany(key, maxCandidates);
		}
		return records;
	}
}

function isDirect({ ids, card }: MatchKey): boolean {
	return ids !== undefined || card !== undefined;
}

/** The first of those with the same id. */
function distinctKeys(keys: MatchKey[]): MatchKey[] {
	const byId = new Map<string, MatchKey>();
	for (const key of keys) if (!byId.has(key.id)) byId.set(key.id, key);
	return [...byId.values()];
}

/** One record once, the oldest first. */
function byId(entities: IDataObject[]): IDataObject[] {
	const unique = new Map(entities.map((entity) => [Number(entity.id), entity]));
	return [...unique.values()].sort((a, b) => Number(a.id) - Number(b.id));
}

function notSearchable(key: MatchKey): InvalidValue {
	return new InvalidValue(
		`${key.label} cannot be searched for`,
		"The API's search does not look into fields of this type. Switch on 'Match Against All Records' in the options, or match by another field.",
	);
}

function tooMany(key: MatchKey, most: number): InvalidValue {
	return new InvalidValue(
		`Too many candidates for ${key.label}: more than ${most} records contain it`,
		"Look for something more special, raise 'Max Candidates' in the options, or switch on 'Match Against All Records'.",
	);
}
