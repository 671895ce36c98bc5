import type { AccountStore } from '../kommo';

type Watched = 'contacts' | 'leads' | 'notes' | 'tasks';

/** Ids that were there at one moment. */
export type Snapshot = Record<Watched, ReadonlySet<number>>;

export function snapshot(store: AccountStore): Snapshot {
	return {
		contacts: new Set(store.contacts.keys()),
		leads: new Set(store.leads.keys()),
		notes: new Set(store.notes.keys()),
		tasks: new Set(store.tasks.keys()),
	};
}

function added<T>(now: ReadonlyMap<number, T>, before: ReadonlySet<number>): T[] {
	return [...now].filter(([id]) => !before.has(id)).map(([, entity]) => entity);
}

/** One line for each contact, lead, note and task that came after the snapshot. */
export function describeNew(store: AccountStore, before: Snapshot): string[] {
	const contacts = added(store.contacts, before.contacts).map(
		({ id, name, values }) =>
			`contact ${id}  ${name}  ${[...values.values()].map((v) => String(v[0]?.value)).join(', ')}`,
	);
	const leads = added(store.leads, before.leads).map(({ id, name, price, ...lead }) => {
		const pipeline = store.pipelines.get(lead.pipeline_id);
		const stage = pipeline?.statuses.find((status) => status.id === lead.status_id);
		return `lead ${id}  ${name}  ${price}  ${pipeline?.name ?? '?'} › ${stage?.name ?? '?'}`;
	});
	const notes = added(store.notes, before.notes).map(
		({ id, entity_type, entity_id, params }) =>
			`note ${id}  on ${entity_type} ${entity_id}  ${typeof params.text === 'string' ? params.text : ''}`,
	);
	const tasks = added(store.tasks, before.tasks).map(
		({ id, text, complete_till, entity_type, entity_id }) =>
			`task ${id}  on ${entity_type ?? '?'} ${entity_id ?? '?'}  ${text}  until ${new Date(complete_till * 1000).toISOString()}`,
	);
	return [...contacts, ...leads, ...notes, ...tasks];
}
