/** Webhook subscriptions: an upsert by destination, removed by destination (§4.19). */
import { noContent, type Answer, type Call, type Route } from '../call';
import { isEmptyBody, isRecord, type Json } from '../guards';
import { listAnswer } from '../hal';
import type { StoredWebhook } from '../model';
import { ElementErrors, emptyBody, Problem, validationProblem } from '../problems';
import { branch, texts } from '../queryString';
import { knownCodes } from '../webhooks/codes';

const maxWebhooks = 100;

export const webhookRoutes: Route[] = [
	{ method: 'GET', path: '/webhooks', admin: true, handle: list },
	{ method: 'POST', path: '/webhooks', admin: true, handle: subscribe },
	{ method: 'DELETE', path: '/webhooks', admin: true, handle: unsubscribe },
];

function toWire(call: Call, hook: StoredWebhook): Json {
	return {
		id: hook.id,
		destination: hook.destination,
		created_at: hook.created_at,
		updated_at: hook.updated_at,
		account_id: call.store.info.id,
		created_by: hook.created_by,
		sort: hook.sort,
		disabled: hook.disabled,
		settings: hook.settings,
	};
}

function list(call: Call): Answer {
	const destination = texts(branch(call.query['filter'], 'destination'))[0];
	const hooks = [...call.store.webhooks.values()].filter(
		(hook) => destination === undefined || hook.destination === destination,
	);
	if (hooks.length === 0 && call.switches.emptyWebhookList === 204) return noContent;
	return listAnswer(
		call,
		'webhooks',
		hooks.map((hook) => toWire(call, hook)),
	);
}

function subscribe(call: Call): Answer {
	const { destination, settings } = readSubscription(call);
	const known = [...call.store.webhooks.values()].find((hook) => hook.destination === destination);
	if (!known && call.store.webhooks.size >= maxWebhooks) {
		throw new Problem(422, `Limit of ${maxWebhooks} webhooks is reached`);
	}
	const hook: StoredWebhook = known ?? {
		id: call.store.nextId('webhooks'),
		destination,
		settings,
		// the value sent is not what comes back
		sort: 1,
		disabled: false,
		created_by: call.user.id,
		created_at: call.now,
		updated_at: call.now,
	};
	// the new list replaces the old one
	hook.settings = settings;
	hook.updated_at = call.now;
	if (call.switches.repostEnablesWebhook) hook.disabled = false;
	call.store.webhooks.set(hook.id, hook);
	return { status: call.account.profile.webhookCreated, entities: 1, body: toWire(call, hook) };
}

function readSubscription(call: Call): { destination: string; settings: string[] } {
	if (isEmptyBody(call.body)) throw emptyBody();
	const errors = new ElementErrors();
	if (!isRecord(call.body)) errors.invalidType('', 'object');
	const data = isRecord(call.body) ? call.body : {};
	const destination = data['destination'];
	const settings = data['settings'];
	if (destination === undefined) errors.missing('destination');
	else if (typeof destination !== 'string') errors.invalidType('destination', 'string');
	else if (!isUrl(destination, call)) errors.add('InvalidUrl', 'destination', 'Invalid URL');
	if (settings === undefined) errors.missing('settings');
	else if (!Array.isArray(settings)) errors.invalidType('settings', 'array');
	const codes = Array.isArray(settings) ? settings.map(String) : [];
	if (Array.isArray(settings) && codes.length === 0) errors.blank('settings');
	const unknown = codes.findIndex((code) => !knownCodes[call.account.name].has(code));
	if (unknown >= 0 && call.switches.unknownWebhookCode !== 'accept') {
		if (call.switches.unknownWebhookCode === 422) throw new Problem(422, 'Unknown webhook event');
		errors.notSupported(`settings.${unknown}`);
	}
	if (errors.errors.length > 0 || typeof destination !== 'string') {
		throw validationProblem([{ request_id: '0', errors: errors.errors }]);
	}
	return { destination, settings: [...new Set(codes)] };
}

function isUrl(destination: string, call: Call): boolean {
	// Cyrillic domains are not supported
	if (!/^https?:\/\/[\x21-\x7e]+$/.test(destination)) return false;
	const rest = destination.replace(/^https?:\/\//, '');
	return !call.switches.webhookNeedsPath || rest.includes('/');
}

function unsubscribe(call: Call): Answer {
	if (isEmptyBody(call.body)) throw emptyBody();
	const destination = isRecord(call.body) ? call.body['destination'] : undefined;
	const hook = [...call.store.webhooks.values()].find((h) => h.destination === destination);
	if (!hook) throw new Problem(404, 'Webhook not found');
	call.store.webhooks.delete(hook.id);
	return noContent;
}
