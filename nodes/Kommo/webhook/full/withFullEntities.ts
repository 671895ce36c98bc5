import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { DeliveredEvent } from '../decode/decodeDelivery';
import { credentialInUse, openSession } from '../triggerSession';
import { targetKey, type Loaded } from './loadEntities';
import { loadTogether } from './loadTogether';
import { targetOf, type Target } from './target';

/** Items with what the account has about their entities as `full`, or with why it is missing. */
export async function withFullEntities(
	context: IWebhookFunctions,
	events: DeliveredEvent[],
	items: IDataObject[],
	isSimple: boolean,
): Promise<IDataObject[]> {
	const found = events.map(targetOf);
	const targets = found.filter((one): one is Target => typeof one !== 'string');
	const loaded = await load(context, targets, isSimple);
	return items.map((item, index) => ({ ...item, ...fullOf(found[index] ?? '', loaded) }));
}

function fullOf(target: Target | string, loaded: Loaded | string): IDataObject {
	if (typeof target === 'string') return { full: null, notLoaded: target };
	if (typeof loaded === 'string') return { full: null, notLoaded: loaded };
	const full = loaded.get(targetKey(target));
	if (typeof full === 'string') return { full: null, notLoaded: full };
	return full ? { full } : { full: null, notLoaded: 'The account has no such record (any more).' };
}

/** The loaded entities, or why nothing could be loaded. */
async function load(
	context: IWebhookFunctions,
	targets: Target[],
	isSimple: boolean,
): Promise<Loaded | string> {
	if (targets.length === 0) return new Map();
	try {
		const key = credentialKey(context);
		return await loadTogether(key, targets, isSimple, async () => await openSession(context));
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function credentialKey(context: IWebhookFunctions): string {
	const type = credentialInUse(context);
	const id = context.getNode().credentials?.[type]?.id;
	return `${type} ${id ?? context.getNode().id}`;
}
