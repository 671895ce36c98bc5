import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { listRules } from '../catalogue/listRules';
import { LIST } from '../transport/listOptions';
import type { ComagicField, ComagicRow, Transform } from './comagicField';
import { toMoment } from './moments';
import { zoneOf } from './paramField';

/** The range of a report (fact sheet §B.4); longer ones than the method allows are read in parts. */
export function dateRange(method: string, required = true): ComagicField[] {
	const from: Transform = (value, row) =>
		isBlank(value) ? undefined : toMoment(value, zoneOf(row), 'Date From').text;
	return [
		{ prop: dateProp('Date From', 'dateFrom', 'date_from', FROM, required), to: from },
		{ prop: dateProp('Date To', 'dateTo', 'date_till', TO, required), to: endOf(method) },
	];
}

const FROM =
	"Start of the range. The service reads times on the account's clock (its time zone is in Account > Get). A value without an offset goes out as it is; one with an offset is told in the time zone of the workflow, or of the option 'Time Zone'.";
const TO =
	"End of the range; a date without a time means the whole day. It is on the account's clock, like 'Date From'.";

function dateProp(
	displayName: string,
	name: string,
	property: string,
	description: string,
	required: boolean,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'dateTime',
		default: '',
		required,
		description,
		routing: { send: { type: 'body', property } },
	};
}

/**
 * Nobody knows whether `date_till` is part of its range (§F). So a whole day is asked for up to the
 * next midnight, and a row of exactly that time is left out; sums have no time to look at.
 */
function endOf(method: string): Transform {
	return (value, row) => {
		if (isBlank(value)) return undefined;
		const { text, hasTime } = toMoment(value, zoneOf(row), 'Date To');
		if (hasTime) return text;
		const day = text.slice(0, 10);
		if (listRules(method).time === null) return `${day} 23:59:59`;
		const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600 * 1000);
		const midnight = `${next.toISOString().slice(0, 10)} 00:00:00`;
		refuseNoDay(row, day, midnight);
		row.query(LIST.before, midnight);
		return midnight;
	};
}

/** A range that begins with the midnight it ends before would look like a day without rows. */
function refuseNoDay(row: ComagicRow, day: string, midnight: string): void {
	const start = row.parameter('dateFrom');
	if (isBlank(start)) return;
	const { text } = toMoment(start, zoneOf(row), 'Date From');
	if (text !== midnight) return;
	throw new InvalidValue(
		`'Date From' is later than 'Date To': ${text}, ${day}`,
		'Swap the two, or check the expressions.',
	);
}
