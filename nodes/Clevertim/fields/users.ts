import type { INodeProperties } from 'n8n-workflow';

import { user } from './byName';
import type { ClevertimField } from './clevertimField';
import { locatorModes } from './locators';
import { body } from './plain';

/** Picks a user from the account's list, by id, or by name or email. */
export const userLocator = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		...(locatorModes('searchUsers', 'user') ?? []),
		{
			displayName: 'By Name or Email',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. ben@example.com',
		},
	],
});

/** A reference to a user in the body; empty leaves it alone. */
export const userField = (displayName: string, name: string, property: string): ClevertimField => ({
	prop: { ...userLocator(displayName, name), routing: body(property) },
	to: user(displayName),
});
