/** The account's first content. */
import type { ComagicStore } from '../store';
import { COLLECTIONS } from '../store';
import type { SeedOptions } from './options';
import { SETTINGS } from './settings';
import { Traffic } from './traffic';

const CALLS = 360;
const DAYS = 90;

export interface SeedRun {
	options: SeedOptions | false;
	/** ms; the traffic ends there. */
	now: number;
	/** Second customer of the agency: other names, a tenth of the traffic. */
	isSecond: boolean;
}

export function seed(store: ComagicStore, run: SeedRun): void {
	store.clear();
	for (const name of COLLECTIONS) {
		for (const row of SETTINGS[name] ?? []) store.put(name, structuredClone(row));
	}
	const { calls = CALLS, days = DAYS } = run.options === false ? { calls: 0 } : run.options;
	const own = run.isSecond ? Math.ceil(calls / 10) : calls;
	store.traffic = new Traffic({ calls: own, days, now: run.now });
	if (run.isSecond) rename(store);
}

function rename(store: ComagicStore): void {
	for (const site of store.all('sites')) site.domain_name = `second-${String(site.domain_name)}`;
	for (const tag of store.all('tags')) tag.name = `${String(tag.name)} (2)`;
}
