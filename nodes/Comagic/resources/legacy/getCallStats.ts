import pick from 'lodash/pick';

import { InvalidValue } from '../../../shared/invalidValue';
import { isBlank } from '../../../shared/readFields';
import { shown } from '../../../shared/shown';
import type { ComagicField } from '../../fields/comagicField';
import { dateRange } from '../../fields/legacyDates';
import {
	campaign,
	customer,
	filters,
	idField,
	isOn,
	site,
	tag,
	textField,
	visitor,
} from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';
import { LINKS } from '../../transport/legacyReads';

/** Fact sheet §A.4. */
const SHORT = [
	'id',
	'call_date',
	'direction',
	'status',
	'numa',
	'numb',
	'wait_time',
	'duration',
	'operator_name',
	'file_link',
	'records',
];

const simplify: ComagicField = {
	prop: {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
};

const returnRecordUrls: ComagicField = {
	prop: {
		displayName: 'Return Record URLs',
		name: 'returnRecordUrls',
		type: 'boolean',
		default: false,
		description:
			"Whether to add 'records' to each call: the call's ID and the link of each of its recordings",
	},
	to: (value, row) => {
		row.query(LINKS, isOn(value, 'Return Record URLs') ? 'records' : 'links');
		return undefined;
	},
};

const direction: ComagicField = {
	prop: {
		displayName: 'Direction',
		name: 'direction',
		type: 'options',
		options: [
			{ name: 'Any', value: '' },
			{ name: 'In', value: 'in' },
			{ name: 'Out', value: 'out' },
		],
		default: '',
		routing: { send: { type: 'query', property: 'direction' } },
	},
	to: (value) => {
		if (isBlank(value)) return undefined;
		const word = shown(value).trim().toLowerCase();
		if (word === 'in' || word === 'out') return word;
		// left out, it would give the calls of both directions
		throw new InvalidValue(`'Direction' does not exist: ${shown(value)}`, 'Use in or out.');
	},
};

export const getCallStats = legacyRead({
	name: 'Get Call Stats',
	value: 'getCallStats',
	action: 'Get call stats',
	description: 'Get calls with who called whom, how long, from which campaign, and recordings',
	path: 'v1/call/',
	noun: 'call',
	fields: [
		...dateRange,
		site(),
		customer(),
		returnRecordUrls,
		...limits,
		simplify,
		filters([
			campaign,
			tag,
			visitor,
			idField('Call ID', 'callId', 'id'),
			direction,
			textField('Called Number', 'numb', 'numb', { placeholder: 'e.g. 74951234567' }),
			textField('Caller Number', 'numa', 'numa', { placeholder: 'e.g. 79161234567' }),
		]),
	],
	simplify: (call) => pick(call, SHORT),
	hasDates: true,
});
