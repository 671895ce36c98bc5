import { ACTIVITY_TYPES, RECURRENCES } from '../../codes';
import type { ClevertimField } from '../../fields/clevertimField';
import { customerField } from '../../fields/customer';
import { reference } from '../../fields/locators';
import { bodyField, codeField, flagField, textField } from '../../fields/plain';
import { userField } from '../../fields/users';
import { integer, taskMoment, yesNo } from '../../fields/values';
import { visibilityField } from '../../fields/visibility';

const dateField = (displayName: string, name: string): ClevertimField =>
	bodyField(displayName, name, name, taskMoment(displayName), {
		type: 'dateTime',
		description: 'A text without a time of day, such as 2026-01-31, makes a date without time',
	});

const skipWeekends: ClevertimField = {
	prop: {
		displayName: 'Skip Weekends',
		name: 'skipWeekends',
		type: 'boolean',
		default: false,
		description: 'Whether a recurring task leaves Saturdays and Sundays out',
		routing: { send: { type: 'body', property: 'recopts' } },
	},
	to: (value, row) => {
		const skips = yesNo('Skip Weekends')(value, row);
		if (skips === undefined) return undefined;
		return skips === true ? { type: 'weekday' } : {};
	},
};

/** What can be written on a task beside its name (fact sheet §6.5). */
export const taskFields: ClevertimField[] = [
	codeField('Activity Type', 'activityType', 'atype', ACTIVITY_TYPES, { default: 'Not set' }),
	userField('Assignee', 'assignee', 'aUserId'),
	reference('Case', 'caseId', 'case', 'case'),
	customerField,
	{
		prop: {
			displayName: 'Dates Without Time',
			name: 'datesWithoutTime',
			type: 'boolean',
			default: false,
			description: 'Whether to drop the time of day of the dates, which pickers always give',
		},
		to: () => undefined,
	},
	dateField('End Date', 'endDate'),
	textField('Location', 'location', 'location', { placeholder: 'e.g. Phone' }),
	reference('Opportunity', 'opportunityId', 'opportunity', 'opp'),
	codeField('Recurrence', 'recurrence', 'rec', RECURRENCES, { default: 'N' }),
	bodyField('Recurs Every', 'recursEvery', 'recevery', integer('Recurs Every', 1), {
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Number of days, weeks, months or years between two occurrences',
	}),
	skipWeekends,
	dateField('Start Date', 'startDate'),
	visibilityField,
];

/** Completing and deleting without losing the record are updates (§4, §6.5). */
export const taskFlags: ClevertimField[] = [
	flagField('Completed', 'isCompleted', 'is_completed', 'Whether the task is done'),
	flagField('Deleted', 'isDeleted', 'is_deleted', 'Whether the task is marked as deleted'),
];
