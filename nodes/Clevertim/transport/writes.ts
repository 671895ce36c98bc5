import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { ApiFailure, isRecord, type WireAnswer, type WireRequest } from '../../shared/wire';
import { kindOf, type KindName } from '../kinds';
import { matching, type MatchBy } from './matching';
import { inWritingForm, merged, needsStored, type MergeRules } from './merge';
import { contentOf, toRecordId, type RecordReader } from './records';
import { checkRequired, withDefaults } from './required';
import type { ClevertimSender } from './send';

interface WriteSettings {
	/** Read a written record again when the answer leaves something out (fact sheet §3). */
	readBack: boolean;
	changedOnly: boolean;
	/** False: the run may not delete (an agent's tool without leave). */
	mayDelete: boolean;
}

/** Writes records one by one: the API knows no batches (fact sheet §4). */
export class RecordWriter {
	/** Creates of which nobody knows whether they were carried out. */
	private readonly lost: Array<{ name: KindName; body: IDataObject; failure: ApiFailure }> = [];

	constructor(
		private readonly sender: ClevertimSender,
		private readonly reader: RecordReader,
		private readonly settings: WriteSettings,
	) {}

	/** The new record; an empty list when the answer does not tell its id. */
	async create(name: KindName, body: IDataObject): Promise<IDataObject | IDataObject[]> {
		const { path } = kindOf(name);
		const { body: envelope } = await this.send(name, { method: 'POST', path, body });
		const [record] = contentOf(envelope);
		if (!record || shown(record.id) === '') {
			// without an id nobody knows what was stored: the engine says so
			this.reader.collections.forget(name);
			return [];
		}
		return await this.written(name, body, record);
	}

	async change(name: KindName, id: string, body: IDataObject): Promise<IDataObject> {
		const path = `${kindOf(name).path}/${id}`;
		const { body: envelope } = await this.send(name, { method: 'PUT', path, body });
		const [record] = contentOf(envelope);
		// whatever the answer says, this is the record that was addressed
		return await this.written(name, body, { ...record, id: toRecordId(id) });
	}

	async remove(name: KindName, id: string): Promise<IDataObject> {
		this.requireDelete();
		// §4: a body is not needed, the client sends none
		await this.sender.send({ method: 'DELETE', path: `${kindOf(name).path}/${id}` });
		await this.reader.collections.note(name, id, undefined);
		return { deleted: true, id: toRecordId(id) };
	}

	requireDelete(): void {
		if (this.settings.mayDelete) return;
		throw new InvalidValue(
			'Deleting is switched off while the node is used as a tool',
			"To let the agent delete records, switch on 'Allow Deleting as Tool' in the options of the node.",
		);
	}

	/**
	 * Changes the record that matches the values, or creates it. Throws InvalidValue when several
	 * match, or when what has to be created lacks something.
	 */
	async upsert(
		name: KindName,
		by: MatchBy,
		body: IDataObject,
		rules: MergeRules,
	): Promise<IDataObject | IDataObject[]> {
		const values = withoutId(body);
		const match =
			by === 'id' ? body : matching(name, by, values, await this.reader.collections.all(name));
		if (match?.id === undefined) {
			this.requireNoneLost(name, by, values);
			checkRequired(name, values);
			const created = await this.create(name, withDefaults(name, values));
			return Array.isArray(created) ? created : { ...created, created: true };
		}
		const id = shown(match.id);
		const stored = needsStored(values, rules)
			? await this.reader.get(name, id)
			: { id: toRecordId(id) };
		const changed = await this.change(name, id, inWritingForm(name, merged(values, stored, rules)));
		return { ...changed, created: false };
	}

	/** A create that is still under way shows in no collection: its record is not made once more. */
	private requireNoneLost(name: KindName, by: MatchBy, values: IDataObject): void {
		if (by === 'id') return;
		const same = this.lost.find(
			(one) => one.name === name && matching(name, by, values, [one.body]) !== null,
		);
		if (same) throw same.failure;
	}

	private async send(name: KindName, request: WireRequest): Promise<WireAnswer> {
		try {
			return await this.sender.send(request);
		} catch (error) {
			// it may be stored all the same: the next item must find it instead of creating it again
			if (error instanceof ApiFailure && error.mayBeWritten) this.reader.collections.forget(name);
			if (error instanceof ApiFailure && error.fateUnknown && isRecord(request.body)) {
				this.lost.push({ name, body: request.body, failure: error });
			}
			throw error;
		}
	}

	/** Answers are often short (§3): the record is read again where values are missing. */
	private async written(
		name: KindName,
		body: IDataObject,
		record: IDataObject,
	): Promise<IDataObject> {
		const id = shown(record.id);
		const { readBack, changedOnly } = this.settings;
		const isWhole = !changedOnly && Object.keys(body).every((key) => key in record);
		// settings are read as a list, which is an older one now
		if (kindOf(name).isSettings) this.reader.collections.forget(name);
		let full = record;
		if (readBack && !isWhole) {
			// it is written: that it cannot be read now changes nothing about that
			full = await this.reader.get(name, id).catch(() => record);
		}
		await this.reader.collections.note(name, id, { ...body, ...full });
		return full;
	}
}

function withoutId(body: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'id'));
}
