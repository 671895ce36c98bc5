import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { systemClock } from '../../shared/clock';
import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { ApiFailure } from '../../shared/wire';
import { readTransportSettings } from '../../shared/transportSettings';
import { listOf } from '../fields/values';
import { kindOf } from '../kinds';
import { shownFailure } from '../shownFailure';
import { ClevertimSession } from '../transport/session';
import { accountOf } from './account';
import { changeItems } from './changeItems';
import { compare, markAll, type NetChange, type PollEvent } from './netChanges';
import { PollState, type Subject } from './pollState';
import { passing } from './recordFilter';
import { checkVanished, readVanishRules, type VanishRules } from './vanished';
import { WATCHED, type Watched } from './watched';

const EVENTS: PollEvent[] = ['created', 'updated', 'deleted'];
/** Items of a test run. */
const SAMPLES = 5;

/** Users are documented by the vendor's client only (fact sheet §4). */
const NO_USERS = new Set<number | null>([403, 404, 501]);

/** Polls under way, by the context n8n keeps for a published node. */
const underWay = new WeakSet<IPollFunctions>();

/**
 * One poll: the whole collection is read and compared with what is remembered of the last one
 * (fact sheet §8). Null when there is nothing to report; the first poll reports nothing.
 */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	// n8n starts a poll although the one before is not over: both would report the same
	if (underWay.has(this)) return null;
	underWay.add(this);
	try {
		const items = this.getMode() === 'manual' ? await samples(this) : await changed(this);
		return items.length === 0 ? null : [items];
	} catch (error) {
		throw shownFailure(this.getNode(), error);
	} finally {
		underWay.delete(this);
	}
}

interface Reading {
	session: ClevertimSession;
	watched: Watched;
	records: IDataObject[];
	passes: ReadonlySet<IDataObject> | null;
	events: PollEvent[];
	rules: VanishRules;
	readAt: number;
}

async function read(context: IPollFunctions): Promise<Reading> {
	const watched = chosenResource(context);
	const events = chosenEvents(context);
	const rules = readVanishRules(optionOf(context), context.getTimezone());
	const session = await ClevertimSession.open(context, readTransportSettings(optionOf(context)));
	const records = await session.collections.all(watched.kind);
	const readAt = Date.now();
	const passes = await passing(context, session, watched, records);
	return { session, watched, records, passes, events, rules, readAt };
}

async function changed(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const reading = await read(context);
	const { session, watched, records, passes, events, rules, readAt } = reading;
	const state = new PollState(context.getWorkflowStaticData('node'));
	const now = await markAll(records, watched.kind, passes, systemClock);
	const before = state.marks;
	const subject = await subjectOf(reading, state.subject);
	if (before === null || !isSame(subject, state.subject)) {
		if (state.subject && subject.account !== state.subject.account) {
			context.logger.warn(
				`${context.getNode().name}: the API key belongs to another account than before, so the trigger starts anew`,
			);
		}
		state.save(subject, now);
		return [];
	}
	const { changes, vanished } = compare(before, now, records);
	checkVanished(watched.kind, { vanished: vanished.length, known: before.size }, rules, readAt);
	const wanted = changes.filter(({ event, passes: isIn }) => isIn && events.includes(event));
	const items = await changeItems(context, session, watched, wanted, readAt);
	// nothing may fail from here on: n8n writes the memory together with the items
	state.save(subject, now);
	return items;
}

/** The account is asked for only when the key or the address is another one than last time. */
async function subjectOf({ session, watched }: Reading, last: Subject | null): Promise<Subject> {
	const { source } = session;
	const account = last?.source === source ? last.account : await accountBehind(session);
	return { resource: watched.value, source, account };
}

/** Where users cannot be read, the key itself has to stand for the account. */
async function accountBehind(session: ClevertimSession): Promise<string> {
	try {
		return accountOf(await session.collections.all('user'));
	} catch (error) {
		if (error instanceof ApiFailure && NO_USERS.has(error.status)) return session.source;
		throw error;
	}
}

/** A new key of the same account goes on where the old one stopped. */
const isSame = (a: Subject, b: Subject | null): boolean =>
	a.resource === b?.resource && a.account === b.account;

/** A test in the editor shows records of the account and leaves the memory alone. */
async function samples(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const { session, watched, records, passes, events, readAt } = await read(context);
	const shownRecords = records.filter(
		(record) => record.is_deleted !== true && (passes === null || passes.has(record)),
	);
	const event = EVENTS.find((one) => events.includes(one)) ?? 'created';
	// the newest ones, as far as the records tell
	const newest = shownRecords
		.map((record) => ({ record, time: shown(record.lm ?? record.ao) }))
		.sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
		.slice(0, SAMPLES);
	if (newest.length === 0) {
		throw new InvalidValue(
			`There are no ${kindOf(watched.kind).plural} to show${passes === null ? '' : ' that pass the filters'}`,
			'A test shows records of the account as samples. Published, the trigger starts the workflow for changes only.',
		);
	}
	const changes = newest.map(({ record }): NetChange => ({
		event,
		id: shown(record.id),
		record: event === 'deleted' ? null : record,
		passes: true,
	}));
	return await changeItems(context, session, watched, changes, readAt);
}

const optionOf =
	(context: IPollFunctions) =>
	(name: string): unknown =>
		context.getNodeParameter(`options.${name}`, null) ?? null;

function chosenResource(context: IPollFunctions): Watched {
	const value = shown(context.getNodeParameter('resource'));
	const watched = WATCHED.find((one) => one.value === value);
	if (watched) return watched;
	const known = WATCHED.map((one) => one.value).join(', ');
	throw new InvalidValue(`'Resource' does not exist: ${value}`, `Use one of ${known}.`);
}

function chosenEvents(context: IPollFunctions): PollEvent[] {
	const given = listOf(context.getNodeParameter('events', [])).map(shown);
	const unknown = given.find((one) => !EVENTS.some((event) => event === one));
	if (unknown !== undefined) {
		throw new InvalidValue(
			`'Trigger On' names an event that does not exist: ${unknown}`,
			`Use ${EVENTS.join(', ')}.`,
		);
	}
	if (given.length > 0) return EVENTS.filter((event) => given.includes(event));
	throw new InvalidValue("'Trigger On' is empty", 'Choose at least one event.');
}
