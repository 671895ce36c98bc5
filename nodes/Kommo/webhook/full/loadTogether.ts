import { systemClock } from '../../../shared/clock';
import type { KommoSession } from '../../transport/session';
import { loadEntities, type Loaded } from './loadEntities';
import type { Target } from './target';

/** How long a delivery waits for others that need loading as well, ms. */
const GATHERING_MS = 100;

interface Gathering {
	targets: Target[];
	loaded: Promise<Loaded>;
}

const gatherings = new Map<string, Gathering>();

/**
 * Loads entities together with those of other deliveries of the moment: a burst of 100 events costs
 * as many requests as one, where each on its own would wait its turn under the rate limit.
 * @param key names the credential: only its own deliveries share a load
 * @param open the way to the account; that of the first delivery is used
 */
export async function loadTogether(
	key: string,
	targets: Target[],
	isSimple: boolean,
	open: () => Promise<KommoSession>,
): Promise<Loaded> {
	const name = `${key} ${isSimple}`;
	const present = gatherings.get(name);
	if (present) {
		for (const target of targets) present.targets.push(target);
		return await present.loaded;
	}
	const gathered = [...targets];
	const load = async () => {
		await systemClock.sleep(GATHERING_MS);
		gatherings.delete(name);
		return await loadEntities(await open(), gathered, isSimple);
	};
	const loaded = load();
	gatherings.set(name, { targets: gathered, loaded });
	return await loaded;
}
