import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { ApiFailure, recordsAt } from '../../shared/wire';
import { kindOf, type KindName } from '../kinds';
import { Collections } from './collections';
import type { ClevertimSender } from './send';

/** The two ways of reading: one record, or everything (fact sheet §1, §4). */
export class RecordReader {
	readonly collections: Collections;

	constructor(private readonly sender: ClevertimSender) {
		this.collections = new Collections({
			all: async (name) => await this.all(name),
			one: async (name, id) => await this.find(name, id),
		});
	}

	/** A fresh record. Throws ApiFailure with status 404 when it is not there. */
	async get(name: KindName, id: string): Promise<IDataObject> {
		const record = await this.find(name, id);
		if (record) return record;
		const { noun, path } = kindOf(name);
		throw new ApiFailure({
			message: `No ${noun} has the ID ${id}`,
			description:
				'It may have been deleted or merged (merged contacts get a new ID), or be hidden from the user of the API key.',
			status: 404,
			request: { method: 'GET', path: `${path}/${id}` },
		});
	}

	private async all(name: KindName): Promise<IDataObject[]> {
		const { path } = kindOf(name);
		return contentOf((await this.sender.send({ method: 'GET', path })).body);
	}

	/** Undefined for a record that is not there: a 404, or an answer without it (§3, §7). */
	private async find(name: KindName, id: string): Promise<IDataObject | undefined> {
		const { path, isSettings } = kindOf(name);
		const same = (record: IDataObject) => shown(record.id) === id;
		if (isSettings) return (await this.collections.all(name)).find(same);
		try {
			const { body } = await this.sender.send({ method: 'GET', path: `${path}/${id}` });
			return contentOf(body).find(same);
		} catch (error) {
			if (error instanceof ApiFailure && error.status === 404) return undefined;
			throw error;
		}
	}
}

/** Records of an envelope; ids that are digits are numbers, whatever the server makes of them. */
export function contentOf(envelope: unknown): IDataObject[] {
	const records = recordsAt(envelope, 'content');
	return records.map((record) =>
		typeof record.id === 'string' ? { ...record, id: toRecordId(record.id) } : record,
	);
}

export const toRecordId = (id: string): number | string =>
	/^\d{1,15}$/.test(id) ? Number(id) : id;
