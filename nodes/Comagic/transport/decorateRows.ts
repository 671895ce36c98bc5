import type { IDataObject } from 'n8n-workflow';

import type { ListOptions } from './listOptions';
import { addLinks, type Recordings } from './recordings';

/** Words that the service gives in Russian only (fact sheet §B.8). */
const ENGLISH: Record<string, string> = {
	Новый: 'New',
	Вернувшийся: 'Returning',
	'Не заполнен': 'Not filled',
	Зарегистрирован: 'Registered',
	'Не зарегистрирован': 'Not registered',
	Пользовательская: 'Custom',
	Стандартная: 'Standard',
	DataAPI: 'Data API',
};

const RUSSIAN_FIELDS = ['visitor_type', 'physical_state', 'form_type'];

/** Adds to the rows, in place, what the options ask for. */
export async function decorateRows(
	rows: IDataObject[],
	options: ListOptions,
	recordings: Recordings,
): Promise<void> {
	if (options.english) rows.forEach(addEnglish);
	if (options.links) for (const row of rows) addLinks(row, recordings);
	if (options.files) await recordings.attach(rows);
}

/** `visitor_type: "Новый"` gets `visitor_type_en: "New"` beside it. */
export function addEnglish(row: IDataObject): void {
	for (const name of RUSSIAN_FIELDS) {
		const value = row[name];
		if (typeof value === 'string') row[`${name}_en`] = ENGLISH[value] ?? value;
	}
}
