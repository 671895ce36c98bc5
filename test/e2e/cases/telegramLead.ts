import assert from 'node:assert/strict';
import type { Stage } from '../../../sandbox/demo/stage';
import type { AccountStore } from '../../../sandbox/kommo';
import type { PlainCase } from '../case';
import { callExample, linkedContacts, publishExample } from '../exampleRun';

/** Ids of fields and contacts of the seed data. */
const TELEGRAM_FIELD = 3004;
const KNOWN = { telegram_id: 880011, name: 'Ana Reis' };

interface Answer {
	contact_id: number;
	contact_is_new: boolean;
	lead_id: number;
	note_id: number;
}

interface BotMessage {
	telegram_id: number;
	user_name: string;
	text: string;
}

async function send(stage: Stage, message: BotMessage): Promise<Answer> {
	return await callExample(stage, 'telegram-message', message);
}

function assertLeadAndNote(store: AccountStore, answer: Answer, message: BotMessage): void {
	const lead = store.leads.get(answer.lead_id);
	assert.equal(lead?.name, `Lead from ${message.user_name}`);
	assert.equal(lead.price, 50_000);
	assert.deepEqual(linkedContacts(store, answer.lead_id), [answer.contact_id]);

	const note = store.notes.get(answer.note_id);
	assert.deepEqual([note?.entity_type, note?.entity_id], ['leads', answer.lead_id]);
	assert.equal(note?.params.text, `Message in the Telegram bot: ${message.text}`);
}

const knownPerson: PlainCase = {
	name: 'A bot message of a known Telegram ID makes a lead and a note of the stored contact',
	async run({ stage }) {
		stage.sandbox.reset();
		await publishExample(stage, 'telegram-lead.json');
		const { store } = stage.sandbox.accounts.kommo;
		const [contacts, leads, notes] = [store.contacts.size, store.leads.size, store.notes.size];
		const message = { telegram_id: KNOWN.telegram_id, user_name: 'Ana', text: 'Is it ready?' };

		const answer = await send(stage, message);

		assert.equal(answer.contact_is_new, false);
		assert.equal(store.contacts.get(answer.contact_id)?.name, KNOWN.name);
		assertLeadAndNote(store, answer, message);
		assert.equal(store.contacts.size, contacts);
		assert.deepEqual([store.leads.size, store.notes.size], [leads + 1, notes + 1]);
	},
};

const newPerson: PlainCase = {
	name: 'A bot message of an unknown Telegram ID makes the contact once, and a lead and a note each time',
	async run({ stage }) {
		stage.sandbox.reset();
		await publishExample(stage, 'telegram-lead.json');
		const { store } = stage.sandbox.accounts.kommo;
		const contacts = store.contacts.size;
		// the fuzzy search of the API finds it inside of 880011
		const message = { telegram_id: 88001, user_name: 'Nora Fields', text: 'A "quote", please' };

		const first = await send(stage, message);
		assert.equal(first.contact_is_new, true);
		assert.equal(store.contacts.size, contacts + 1);
		const contact = store.contacts.get(first.contact_id);
		assert.equal(contact?.name, message.user_name);
		assert.deepEqual([...contact.values], [[TELEGRAM_FIELD, [{ value: '88001' }]]]);
		const tags = contact.tags.map((id) => store.tags.get(id)?.name);
		assert.deepEqual(tags, ['Telegram']);
		assertLeadAndNote(store, first, message);

		const again = { ...message, text: 'Any news?' };
		const second = await send(stage, again);
		assert.deepEqual([second.contact_id, second.contact_is_new], [first.contact_id, false]);
		assert.notEqual(second.lead_id, first.lead_id);
		assert.equal(store.contacts.size, contacts + 1);
		assertLeadAndNote(store, second, again);
	},
};

export const telegramLeadCases: PlainCase[] = [knownPerson, newPerson];
