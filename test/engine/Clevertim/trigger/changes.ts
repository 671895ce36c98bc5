import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../../../nodes/shared/shown';
import type { ClevertimSandbox, CollectionName } from '../../../../sandbox/clevertim';

type Id = number | string;

/** Changes made by somebody else, with the time the service stamps them with. */
export function change(
	sandbox: ClevertimSandbox,
	name: CollectionName,
	id: Id,
	values: Record<string, unknown>,
): void {
	const { store } = sandbox;
	store.put(name, { ...store.get(name, id), ...values, id });
}

export function remove(sandbox: ClevertimSandbox, name: CollectionName, ...ids: Id[]): void {
	for (const id of ids) sandbox.store.of(name).delete(String(id));
}

/** `updated 11`, one text an item. */
export const told = (items: IDataObject[]): string[] =>
	items.map(({ event, id }) => `${shown(event)} ${shown(id)}`);
