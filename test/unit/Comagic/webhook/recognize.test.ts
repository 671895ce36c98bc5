import { decodeRequest } from '../../../../nodes/Comagic/webhook/decode/decodeRequest';
import { partial, textLike } from '../../../support/partial';

const RULES = { timezone: 'UTC', links: null };

function only(body: Buffer | string, contentType = '', query = '') {
	const { notifications } = decodeRequest({ query, body: Buffer.from(body), contentType }, RULES);
	const [first] = notifications;
	if (!first) throw new Error('No notification');
	return first;
}

const fromQuery = (query: string) => only('', '', query);

describe('encodings', () => {
	const CYRILLIC = Buffer.from([
		0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc8, 0xe2, 0xe0, 0xed, 0x22, 0x7d,
	]);

	test('the one that the content type names', () => {
		expect(only(CYRILLIC, 'text/plain; charset=windows-1251')).toMatchObject({
			data: { a: 'Иван' },
			notes: [],
		});
	});

	test('what is no UTF-8 is windows-1251, and this is told', () => {
		expect(only(CYRILLIC)).toMatchObject({
			data: { a: 'Иван' },
			notes: [textLike(/windows-1251/)],
		});
	});

	test('an encoding nobody knows is UTF-8, a byte order mark is no text', () => {
		expect(only('\ufeff{"a":"Иван"}', 'text/plain; charset=x-unknown').data).toEqual({
			a: 'Иван',
		});
	});

	test('broken escapes of a form are taken as they stand', () => {
		expect(only('a=%D0%98&b=%zz&c=%').data).toEqual(partial({ a: 'И', b: '%zz', c: '%' }));
	});
});

describe('which event it is', () => {
	test.each([
		['event=call_lost&notification_name=Fax', 'call_lost'],
		['event=Call-Lost', 'call_lost'],
		['event=CALL_END', 'call_finished'],
		['notification_mnemonic=CALL_SESSION_FINISHED', 'call_finished'],
		['notification_mnemonic=call_connected', 'talk_started'],
		['notification_mnemonic=RECORD_CALL', 'recording_ready'],
		['notification_mnemonic=set_mark', 'tag_set'],
		['notification_mnemonic=IN_CALL_SESSION', 'inbound_call'],
		['notification_mnemonic=call_lost', 'call_lost'],
		['notification_name=Потерянный звонок магазина', 'call_lost'],
		['notification_name=Missed call', 'call_lost'],
		['notification_name=Call was missed', 'call_lost'],
		['notification_name=Unanswered call', 'call_lost'],
		['notification_name=Неотвеченный вызов', 'call_lost'],
		['notification_name=Звонок завершён', 'call_finished'],
		['notification_name=Вызов закончен', 'call_finished'],
		['notification_name=End of the call', 'call_finished'],
		['notification_name=Разговор начат', 'talk_started'],
		['notification_name=Call was answered', 'talk_started'],
		['notification_name=Answered call', 'talk_started'],
		['notification_name=Разговор завершен', 'talk_finished'],
		['notification_name=Входящий звонок на номер 1', 'inbound_call'],
		['notification_name=Стратегия', 'other'],
		['notification_name=Процент', 'other'],
		['notification_mnemonic=mine&notification_name=Запись звонка готова', 'recording_ready'],
		['a=1', 'other'],
	])('%s: %s', (query, event) => {
		expect(fromQuery(query).event).toBe(event);
	});

	test('an event of the user is the mnemonic, where there is none', () => {
		expect(fromQuery('event=mine').data).toEqual({ notification_mnemonic: 'mine' });
		expect(fromQuery('event=mine&notification_mnemonic=other').data).toEqual({
			event: 'mine',
			notification_mnemonic: 'other',
		});
	});
});
