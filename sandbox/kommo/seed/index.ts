/** Fills an account: the same ids, names and times after every start. */
import type { AccountRuntime } from '../account';
import type { StoredPipeline, StoredStatus } from '../model';
import type { AccountStore } from '../store';
import { acme } from './acme';
import type { SeedData, SeedPipeline } from './data';
import { seedEntities } from './entities';
import { seedFields } from './fields';
import { romashka } from './romashka';

/** Monday, 12 January 2026, 09:00 UTC: everything seeded happened around it. */
export const seedDate = Date.UTC(2026, 0, 12, 9) / 1000;

const data = { kommo: acme, amocrm: romashka };
const longLife = 5 * 365 * 86_400;
const statusColors = ['#99ccff', '#ffff99', '#ffcc66', '#ffcccc', '#ccccff'];

export interface SeedOptions {
	/** Leads, contacts and the like, not only the account's settings. */
	withEntities: boolean;
	/** Unix seconds. */
	now: number;
}

export function seedAccount(account: AccountRuntime, { withEntities, now }: SeedOptions): void {
	const seed: SeedData = data[account.name];
	const { store, profile } = account;
	seedSettings(store, seed);
	const expiresAt = now + longLife;
	const [admin, limited] = seed.users;
	if (admin) account.tokens.access.set(profile.token, { userId: admin.id, expiresAt });
	if (limited) account.tokens.access.set(profile.limitedToken, { userId: limited.id, expiresAt });
	if (withEntities) seedEntities(store, seed);
}

function seedSettings(store: AccountStore, seed: SeedData): void {
	const { info, idBase } = store;
	for (const user of seed.users) {
		store.users.set(user.id, {
			id: user.id,
			name: user.name,
			email: user.email,
			lang: info.language,
			is_admin: user.admin ?? false,
			is_active: user.active ?? true,
			group_id: user.group ?? 0,
			phone_number: null,
		});
	}
	for (const group of seed.groups) store.groups.set(group.id, group);
	for (const type of seed.taskTypes) store.taskTypes.set(type.id, { color: null, ...type });
	seed.pipelines.forEach((p, i) => store.pipelines.set(p.id, pipelineOf(p, i)));
	seed.lossReasons.forEach((name, i) => {
		const id = idBase + 71 + i;
		store.lossReasons.set(id, {
			id,
			name,
			sort: 10_000 + i,
			created_at: seedDate,
			updated_at: seedDate,
		});
	});
	for (const field of seedFields(idBase, info.language, info.currency))
		store.customFields.set(field.id, field);
	startIds(store, idBase);
}

function startIds(store: AccountStore, idBase: number): void {
	const starts = {
		leads: 7000,
		contacts: 8100,
		companies: 8200,
		tasks: 4000,
		notes: 6000,
		tags: 10,
		webhooks: 47000,
		lossReasons: 90,
		pipelines: 990,
		statuses: 69_000,
		customFields: 3900,
		enums: 390_000,
	};
	for (const [kind, start] of Object.entries(starts)) store.startIdsAfter(kind, idBase + start);
}

function pipelineOf(seed: SeedPipeline, index: number): StoredPipeline {
	const stage = (id: number, name: string, sort: number, color: string): StoredStatus => ({
		id,
		name,
		sort,
		color,
		type: 0,
		is_editable: true,
	});
	return {
		id: seed.id,
		name: seed.name,
		sort: index + 1,
		is_main: index === 0,
		is_unsorted_on: true,
		is_archive: false,
		statuses: [
			{ ...stage(seed.firstStatus, seed.incoming, 10, '#c1c1c1'), type: 1, is_editable: false },
			...seed.stages.map((name, i) =>
				stage(
					seed.firstStatus + 1 + i,
					name,
					20 + i * 10,
					statusColors[i % statusColors.length] ?? '#99ccff',
				),
			),
			{ ...stage(142, seed.won, 10_000, '#CCFF66'), is_editable: false },
			{ ...stage(143, seed.lost, 11_000, '#D5D8DB'), is_editable: false },
		],
	};
}
