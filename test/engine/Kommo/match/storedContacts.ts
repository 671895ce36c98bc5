import type { KommoSandbox } from '../../../../sandbox/kommo';
import type { FieldValue } from '../../../../sandbox/kommo/model';

type AccountName = keyof KommoSandbox['accounts'];

/** What a stored contact is made of; everything else is the seed's. */
export interface Stored {
	name?: string;
	phone?: string;
	email?: string;
	/** Text of the field "Telegram ID". */
	telegram?: string;
	createdAt?: number;
	updatedAt?: number;
}

/** Ids of the contact fields in the English account; those of the other one are shifted. */
const FIELDS = { phone: 3001, email: 3002, telegram: 3004 };

/** Replaces the account's contacts by these; returns their ids in the same order. */
export function onlyContacts(
	sandbox: KommoSandbox,
	contacts: Stored[],
	account: AccountName = 'kommo',
): number[] {
	const { store } = sandbox.accounts[account];
	const [model] = [...store.contacts.values()];
	if (!model) throw new Error('The seed has contacts');
	store.contacts.clear();
	return contacts.map(({ name = 'Somebody', createdAt, updatedAt, ...coded }) => {
		const id = store.nextId('contacts');
		store.contacts.set(id, {
			...model,
			id,
			name,
			created_at: createdAt ?? model.created_at,
			updated_at: updatedAt ?? model.updated_at,
			values: values(coded, store.idBase),
			tags: [],
		});
		return id;
	});
}

function values({ phone, email, telegram }: Stored, idBase: number): Map<number, FieldValue[]> {
	const work = { enum_code: 'WORK' };
	const lists = new Map<number, FieldValue[]>();
	if (phone !== undefined) lists.set(idBase + FIELDS.phone, [{ value: phone, ...work }]);
	if (email !== undefined) lists.set(idBase + FIELDS.email, [{ value: email, ...work }]);
	if (telegram !== undefined) lists.set(idBase + FIELDS.telegram, [{ value: telegram }]);
	return lists;
}

/** Texts of a contact field as they are stored, by contact. */
export function storedTexts(
	sandbox: KommoSandbox,
	field: keyof typeof FIELDS,
	account: AccountName = 'kommo',
): Map<number, string[]> {
	const { store } = sandbox.accounts[account];
	return new Map(
		[...store.contacts.values()].map(({ id, values: stored }) => [
			id,
			(stored.get(store.idBase + FIELDS[field]) ?? []).map(({ value }) => String(value)),
		]),
	);
}
