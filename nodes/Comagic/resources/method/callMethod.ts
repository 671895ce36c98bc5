import { isList } from '../../catalogue/catalogue';
import type { ComagicOperation } from '../../fields/comagicField';
import { listOptions, recordingOptions } from '../../fields/dataOptions';
import { filtersField } from '../../fields/filters';
import { fieldNames, limit, returnAll, sortField } from '../../fields/listFields';
import { chosenMethod, methodFields } from '../../fields/methodFields';
import { asTool, retryCreates, validateOnly } from '../../fields/options';
import { LIST } from '../../transport/listOptions';
import { rowsOf } from '../../transport/listRows';
import { mostRows } from './mostRows';
import { requireGrammar } from './requireGrammar';

/** Rows of one page at most (fact sheet §B.4). */
const PAGE = 10_000;

/** Any method of the Data API: its form comes from the catalogue, or the params as JSON. */
export const callMethod: ComagicOperation = {
	option: {
		name: 'Call Method',
		value: 'callMethod',
		action: 'Call API method',
		description: 'Call any of the 328 methods of the Data API with a form of its own',
		routing: { request: { method: 'POST', url: 'data/{method}' } },
	},
	kind: 'write',
	answerOnly: true,
	root: '',
	noun: 'request',
	note: 'Lists are read page by page, long reports in parts. What a method takes is checked before it is sent.',
	fields: [
		...methodFields,
		returnAll,
		limit,
		fieldNames(chosenMethod),
		filtersField(chosenMethod),
		sortField(chosenMethod),
		listOptions([...recordingOptions, asTool, validateOnly, retryCreates]),
	],
	check: (body, row) => {
		const method = chosenMethod(row);
		requireGrammar(method, body);
		const isPaged = 'limit' in body || 'offset' in body;
		const isRead = method.verb === 'get' || method.verb === 'getobj';
		if (!isRead || !isList(method) || isPaged) return;
		const most = mostRows(row);
		// an object with rows in it has no pages that could be joined
		const hasPages = method.verb === 'get' && method.common.has('offset');
		if (!hasPages) return row.body('limit', Math.min(most ?? PAGE, PAGE));
		row.query(LIST.whole, true);
		if (most !== null) row.query(LIST.most, most);
	},
	spread: ({ data }) => rowsOf(data),
};
