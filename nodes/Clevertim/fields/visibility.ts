import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import { groupMask, toUserId } from './byName';
import type { ClevertimField } from './clevertimField';
import { userLocator } from './users';

/** Who may see a record (fact sheet §5): everyone, groups (a bit mask), or one user. */
export const visibilityField: ClevertimField = {
	prop: {
		displayName: 'Visibility',
		name: 'visibility',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Set Visibility',
		description: 'Who may see the record, besides administrators',
		options: [
			{
				displayName: 'Visibility',
				name: 'rule',
				values: [
					{
						displayName: 'Visible To',
						name: 'visibleTo',
						type: 'options',
						options: [
							{ name: 'Everyone', value: 'everyone' },
							{ name: 'Groups', value: 'groups' },
							{ name: 'One User (Private)', value: 'private' },
						],
						default: 'everyone',
					},
					{
						displayName: 'Group Names or IDs',
						name: 'groups',
						type: 'multiOptions',
						typeOptions: { loadOptionsMethod: 'getGroups' },
						default: [],
						displayOptions: { show: { visibleTo: ['groups'] } },
						description:
							'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						...userLocator('User', 'user'),
						displayOptions: { show: { visibleTo: ['private'] } },
					},
				],
			},
		],
	},
	to: async (value, row) => {
		const rule = isRecord(value) && isRecord(value.rule) ? value.rule : null;
		if (!rule) return undefined;
		const visibleTo = shown(rule.visibleTo ?? 'everyone');
		if (visibleTo === 'private') {
			row.body('is_private', true);
			row.body('gid', 0);
			if (isBlank(rule.user)) throw new InvalidValue("'Visibility' is private, but names no user");
			row.body('puser', await toUserId(rule.user, 'Visibility: User', row));
		} else if (visibleTo === 'groups' || visibleTo === 'everyone') {
			row.body('is_private', false);
			const mask =
				visibleTo === 'groups' ? await groupMask(rule.groups, 'Visibility: Groups', row) : 0;
			row.body('gid', mask);
		} else {
			throw new InvalidValue(
				`'Visible To' does not exist: ${visibleTo}`,
				'Use everyone, groups or private.',
			);
		}
		return undefined;
	},
};
