import type { IHookFunctions } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import type { KommoSession } from '../transport/session';
import { activationFailure, LIMIT_REACHED, MOST_WEBHOOKS } from './activationFailure';
import {
	destinationOf,
	isOwnDestination,
	isPrivateHost,
	isPublicAccount,
	newSecret,
} from './destination';
import { listSubscriptions, subscribe, unsubscribe, type Subscription } from './subscriptions';
import { requireIdsInFilters } from './triggerOptions';
import { openSession } from './triggerSession';
import { TriggerState } from './triggerState';

/** What a step of the life cycle knows. */
interface Place {
	/** n8n's address for the node, without the secret. */
	url: string;
	/** Its path: a test of the workflow has another one than the published workflow. */
	path: string;
	state: TriggerState;
	codes: string[];
}

/** Whether the account already calls this node, for exactly these events. Changes nothing. */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	return await step(this, async (session, { url, path, state, codes }) => {
		if (state.secret === null || state.registered(path) === null) return false;
		const destination = destinationOf(url, state.secret);
		const listed = await listSubscriptions(session, destination);
		const found = listed.find((one) => one.destination === destination);
		return found !== undefined && !found.disabled && isSame(found.settings, codes);
	});
}

/** Registers the node's webhook; can be repeated. Webhooks it lost track of are removed first. */
export async function create(this: IHookFunctions): Promise<boolean> {
	return await step(this, async (session, { url, path, state, codes }) => {
		if (codes.length === 0) throw new InvalidValue("'Trigger On' is empty", 'Choose an event.');
		requireIdsInFilters(this);
		requireReachable(url, session.host.hostname);
		if (url.startsWith('http:')) this.logger.warn(PLAIN_HTTP);
		state.secret ??= newSecret();
		const destination = destinationOf(url, state.secret);
		await makeRoom(session, url, destination, state.registered(path)?.destination);
		const hook = await subscribeEnabled(session, destination, codes);
		const accountId = hook.accountId ?? (await session.lookups.account()).id;
		state.register(path, { destination, accountId });
		return true;
	});
}

/**
 * Removes the node's own webhook, also when what was known about it is lost. After a test it throws
 * nothing: n8n would keep the failed registration, and with it no test of a trigger would begin
 * until it expires. What stays behind is removed when the node registers the next time.
 */
export async function remove(this: IHookFunctions): Promise<boolean> {
	const removal = step(this, async (session, { url, path, state }) => {
		const known = state.registered(path)?.destination;
		const destinations = known === undefined ? await ownDestinations(session, url) : [known];
		for (const destination of destinations) await unsubscribe(session, destination);
		state.forget(path);
		return true;
	});
	if (!isTest(this.getNodeWebhookUrl('default'))) return await removal;
	return await removal.catch((reason: unknown) => {
		const text = reason instanceof Error ? reason.message : 'unknown';
		this.logger.warn(`Kommo Trigger: the webhook of the test could not be removed: ${text}`);
		return false;
	});
}

/** n8n names the address of tests so, unless an admin calls it otherwise. */
const isTest = (url: string | undefined): boolean => url?.includes('/webhook-test/') === true;

const PLAIN_HTTP =
	'Kommo Trigger: n8n has an address with http://, so the data of the account travels unencrypted. Set WEBHOOK_URL to an address with https://.';

async function step(
	context: IHookFunctions,
	run: (session: KommoSession, place: Place) => Promise<boolean>,
): Promise<boolean> {
	const codes = chosenEvents(context);
	try {
		const url = context.getNodeWebhookUrl('default');
		if (url === undefined || !URL.canParse(url)) {
			throw new InvalidValue('n8n has no address for this node', 'Save the workflow first.');
		}
		const state = new TriggerState(context.getWorkflowStaticData('node'));
		const place = { url, path: new URL(url).pathname, state, codes };
		return await run(await openSession(context), place);
	} catch (error) {
		throw activationFailure(context.getNode(), error, codes);
	}
}

function chosenEvents(context: IHookFunctions): string[] {
	const chosen: unknown = context.getNodeParameter('events', []);
	return Array.isArray(chosen) ? [...new Set(chosen.map(String))] : [];
}

function isSame(present: string[], wanted: string[]): boolean {
	const codes = new Set(present);
	return codes.size === wanted.length && wanted.every((code) => codes.has(code));
}

function requireReachable(url: string, accountHost: string): void {
	const { hostname } = new URL(url);
	if (!isPrivateHost(hostname) || !isPublicAccount(accountHost)) return;
	throw new InvalidValue(
		`The account cannot reach n8n at '${hostname}'`,
		"Events come from the internet to n8n's own address, and this one means something on this machine or network only. Set WEBHOOK_URL to the public address of n8n, or use a tunnel while you test.",
	);
}

/** Webhooks of this very node that are not the present one: left over from an interrupted life. */
async function makeRoom(
	session: KommoSession,
	url: string,
	destination: string,
	recorded: string | undefined,
): Promise<void> {
	const all = await listSubscriptions(session);
	const isLeaked = (one: Subscription) =>
		one.destination !== destination &&
		(one.destination === recorded || isOwnDestination(one.destination, url));
	const leaked = all.filter(isLeaked);
	for (const one of leaked) await unsubscribe(session, one.destination);
	const isThere = all.some((one) => one.destination === destination);
	if (!isThere && all.length - leaked.length >= MOST_WEBHOOKS) {
		throw new InvalidValue(LIMIT_REACHED.message, LIMIT_REACHED.description);
	}
}

async function ownDestinations(session: KommoSession, url: string): Promise<string[]> {
	const all = await listSubscriptions(session);
	return all.map((one) => one.destination).filter((one) => isOwnDestination(one, url));
}

/** Whether a POST switches a disabled webhook on again is open (fact sheet §4.19). */
async function subscribeEnabled(
	session: KommoSession,
	destination: string,
	codes: string[],
): Promise<Subscription> {
	const hook = await subscribe(session, destination, codes);
	if (!hook.disabled) return hook;
	await unsubscribe(session, destination);
	return await subscribe(session, destination, codes);
}
