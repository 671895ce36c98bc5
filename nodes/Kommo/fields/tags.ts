import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import { wholeNumber } from './ids';
import type { KommoField } from './kommoField';
import { listOf } from './values';

/** Where tags go: `_embedded.tags` replaces all, the other two change step by step (§4.9). */
type TagTarget = '_embedded.tags' | 'tags_to_add' | 'tags_to_delete';

interface TagFieldOptions {
	/** `Tag`, `Tag to Add`, `Tag to Remove`. */
	label: string;
	/** camelCase stem of the parameters: `tags`, `tagsToAdd`, `tagsToRemove`. */
	name: string;
	/** A path that ends in one of the targets stands for a card inside of another. */
	target: TagTarget | `${string}._embedded.tags`;
	/** Method that lists the tags of the entity type. */
	loadOptionsMethod: string;
	loadOptionsDependsOn?: string[];
	/** What happens to the other tags, for the description. */
	effect: string;
}

/**
 * Tags from the account's list, and new ones by name. The API takes id or name, never both in one
 * tag: it would show twice (fact sheet §4.9).
 */
export function tagFields(options: TagFieldOptions): KommoField[] {
	const { label, name, target, loadOptionsMethod, loadOptionsDependsOn, effect } = options;
	const send: INodeProperties['routing'] = { send: { type: 'body', property: target } };
	const listed: INodeProperties = {
		displayName: `${label} Names or IDs`,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod, ...(loadOptionsDependsOn ? { loadOptionsDependsOn } : {}) },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: effect,
		routing: send,
	};
	const typed: INodeProperties = {
		displayName: `${label} Names`,
		name: `${name}ByName`,
		type: 'string',
		default: '',
		placeholder: 'e.g. vip, website',
		description:
			target === 'tags_to_delete'
				? 'Names separated by commas'
				: 'Names separated by commas; a tag that does not exist is created',
		hint: effect,
		routing: send,
	};
	const to = (prop: INodeProperties) => (value: unknown) => {
		// only an explicit empty list removes all tags, not an expression that gave nothing
		if (isBlank(value)) return undefined;
		const tags = toTags(value, prop.displayName);
		// replacing all tags by none is a wish, adding or removing none is not
		return tags.length === 0 && !target.endsWith('_embedded.tags') ? undefined : tags;
	};
	return [
		{ prop: listed, to: to(listed) },
		{ prop: typed, to: to(typed) },
	];
}

/** The three ways to change the tags of a stored record (fact sheet §4.9). */
export function tagChanges(loadOptionsMethod: string): KommoField[] {
	return [
		...tagFields({
			label: 'Tag',
			name: 'tags',
			target: '_embedded.tags',
			loadOptionsMethod,
			effect: 'Replaces all tags; an empty list removes them.',
		}),
		...tagsToAdd(loadOptionsMethod),
		...tagFields({
			label: 'Tags to Remove',
			name: 'tagsToRemove',
			target: 'tags_to_delete',
			loadOptionsMethod,
			effect: 'The other tags stay.',
		}),
	];
}

/** Tags that a record gets beside those it has. */
export function tagsToAdd(loadOptionsMethod: string): KommoField[] {
	return tagFields({
		label: 'Tags to Add',
		name: 'tagsToAdd',
		target: 'tags_to_add',
		loadOptionsMethod,
		effect: 'The other tags stay.',
	});
}

/** `[{ id } | { name }]` from an array, a text with commas, or tags as the API gives them. */
export function toTags(value: unknown, label: string): Array<{ id: number } | { name: string }> {
	const list = isRecord(value) ? [value] : listOf(value);
	return list.map((tag) => {
		if (typeof tag === 'number' && Number.isSafeInteger(tag) && tag > 0) return { id: tag };
		if (typeof tag === 'string') return fromText(tag);
		if (isRecord(tag)) {
			const id = wholeNumber(tag.id);
			if (id !== null) return { id };
			if (typeof tag.name === 'string' && tag.name !== '') return { name: tag.name };
		}
		throw new InvalidValue(
			`'${label}' holds something that is not a tag`,
			'Give names, IDs as numbers, or objects with an id or a name.',
		);
	});
}

/** `id:11` names a tag by id: digits alone are a name, because tags may be called 2026. */
function fromText(tag: string): { id: number } | { name: string } {
	const id = /^id:\s*(\d+)$/i.exec(tag.trim());
	return id ? { id: Number(id[1]) } : { name: tag.trim() };
}
