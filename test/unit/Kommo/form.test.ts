import type { INodeProperties } from 'n8n-workflow';

import { Kommo } from '../../../nodes/Kommo/Kommo.node';

const { properties } = new Kommo().description;

/** The fields of an operation, in the order of the form. */
const formOf = (resource: string, operation: string): INodeProperties[] =>
	properties.filter(
		({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource) &&
			displayOptions.show.operation?.includes(operation),
	);

describe('the form of Kommo', () => {
	test('asks for the list before its elements, which are offered by it', () => {
		const names = formOf('link', 'create').map(({ name }) => name);
		expect(names.indexOf('catalogId')).toBeLessThan(names.indexOf('toEntityId'));
	});

	test.each([
		['addToEntity', 'Names separated by commas; a tag that does not exist is created'],
		['removeFromEntity', 'Names separated by commas'],
	])('says of the tags of %s what happens to unknown ones', (operation, description) => {
		const tags = formOf('tag', operation).filter(({ name }) => name === 'tagsByName');
		expect(tags.map((tag) => tag.description)).toEqual([description]);
	});
});
