import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { recordsAt } from '../../shared/wire';

/** States of a leg, which the service has in Russian only (fact sheet §C.3). */
const STATES = new Map([
	['Дозвон', 'dialing'],
	['Разговор', 'talk'],
	['На очереди', 'queued'],
	['Разъединено', 'disconnected'],
	['Разговор операторов', 'operators_talk'],
	['На удержании', 'held'],
	['Перевод вызова', 'transferring'],
	['Отправка dtmf', 'sending_dtmf'],
	['Получение факса', 'receiving_fax'],
	['Факс получен', 'fax_received'],
	['Отправка факса', 'sending_fax'],
	['Факс отправлен', 'fax_sent'],
]);

/** Legs in these do not talk to anybody: not yet, or not any more. */
const SILENT = new Set(['dialing', 'queued', 'disconnected', '']);

/**
 * A call that is going on: tags by name, legs with an English twin of their state, and whether
 * somebody talks already.
 */
export function simplifyCall(call: IDataObject): IDataObject {
	const legs = recordsAt(call.legs, '').map(withEnglishState);
	const tags = recordsAt(call.tags, '').map(({ tag_name: name }) => shown(name));
	return {
		...call,
		is_answered: legs.some(({ state_en: state }) => !SILENT.has(state)),
		tags,
		legs,
	};
}

/** A state nobody has heard of stays as it is. */
function withEnglishState(leg: IDataObject): IDataObject & { state_en: string } {
	const state = shown(leg.state).trim();
	return { ...leg, state_en: STATES.get(state) ?? state };
}
