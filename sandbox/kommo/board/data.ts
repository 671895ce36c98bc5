/** What the board shows: stages, cards, people. */
import type { AccountRuntime } from '../account';
import { linkedIds } from '../entities/links';
import type { Json } from '../guards';
import type { StoredLead, StoredNote, StoredTask } from '../model';
import type { AccountStore } from '../store';

export function boardData({ name, store }: AccountRuntime): Json {
	return {
		account: {
			name,
			title: store.info.name,
			currency: store.info.currency_symbol,
			language: store.info.language,
		},
		users: [...store.users.values()]
			.filter((u) => u.is_active)
			.map((u) => ({ id: u.id, name: u.name })),
		pipelines: [...store.pipelines.values()].map((p) => ({
			id: p.id,
			name: p.name,
			statuses: p.statuses.map((s) => ({ id: s.id, name: s.name, color: s.color })),
		})),
		leads: [...store.leads.values()].filter((l) => !l.is_deleted).map((l) => card(store, l)),
	};
}

function card(store: AccountStore, lead: StoredLead): Json {
	const ref = { type: 'leads' as const, id: lead.id };
	const isOwn = (row: StoredTask | StoredNote): boolean =>
		row.entity_type === 'leads' && row.entity_id === lead.id;
	const company = linkedIds(store, ref, 'companies')[0];
	return {
		id: lead.id,
		name: lead.name,
		price: lead.price,
		pipeline_id: lead.pipeline_id,
		status_id: lead.status_id,
		responsible: store.users.get(lead.responsible_user_id)?.name ?? '',
		updated_at: lead.updated_at,
		tags: lead.tags.map((id) => store.tags.get(id)?.name ?? ''),
		company: company ? (store.companies.get(company.id)?.name ?? '') : '',
		contacts: linkedIds(store, ref, 'contacts').map((l) => ({
			name: store.contacts.get(l.id)?.name ?? '',
			is_main: l.is_main,
		})),
		tasks: [...store.tasks.values()]
			.filter(isOwn)
			.map((t) => ({ id: t.id, text: t.text, is_completed: t.is_completed, due: t.complete_till })),
		notes: [...store.notes.values()].filter(isOwn).map((n) => ({ id: n.id, text: noteLine(n) })),
	};
}

function noteLine(note: StoredNote): string {
	const { text: body, phone, file_name } = note.params;
	const text =
		[body, phone, file_name].find((part): part is string => typeof part === 'string') ?? '';
	return note.note_type === 'common' ? text : `${note.note_type}: ${text}`;
}
