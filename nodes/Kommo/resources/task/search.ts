import { entityFilters } from '../../fields/entityFilter';
import type { KommoField, KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import {
	dateRange,
	filter,
	filters,
	idsFilter,
	limit,
	returnAll,
	simplify,
	sort,
	usersFilter,
} from '../../fields/search';
import { listOf, taskType, yesNo } from '../../fields/values';
import { simplifyTask } from './fields';

const PLAIN = { needsAddOn: false };

const completed: KommoField = filter(
	{
		displayName: 'Completed',
		name: 'isCompleted',
		type: 'options',
		options: [
			{ name: 'Done', value: '1' },
			{ name: 'Open', value: '0' },
		],
		default: '0',
		description: 'Only tasks that are done, or only those that are not',
	},
	'filter[is_completed]',
	(value, row) => (yesNo('Completed')(value, row) === true ? 1 : 0),
	PLAIN,
	(wanted) => (task) =>
		typeof task.is_completed !== 'boolean' || task.is_completed === (wanted === 1),
);

const taskTypes: KommoField = filter(
	{
		displayName: 'Task Type Names or IDs',
		name: 'taskTypes',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTaskTypes' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	'filter[task_type]',
	async (value, row) =>
		await Promise.all(listOf(value).map(async (one) => await taskType('Task Type')(one, row))),
	PLAIN,
);

export const search: KommoOperation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search tasks',
		description: 'Find tasks by filters; without any, open and done ones',
		routing: { request: { method: 'GET', url: '/api/v4/tasks' } },
	},
	kind: 'list',
	root: '_embedded.tasks',
	noun: 'task',
	fields: [
		returnAll,
		limit,
		simplify,
		filters([
			...dateRange('Updated', 'updated', 'updated_at', PLAIN),
			...entityFilters,
			completed,
			idsFilter(PLAIN),
			taskTypes,
			usersFilter('Created By', 'createdBy', 'created_by', PLAIN),
			usersFilter('Responsible User', 'responsibleUsers', 'responsible_user_id', PLAIN),
		]),
		sort([
			{ name: 'Created At', value: 'created_at' },
			{ name: 'Due Date', value: 'complete_till' },
			{ name: 'ID', value: 'id' },
		]),
		readOptions(),
	],
	simplify: simplifyTask,
};
