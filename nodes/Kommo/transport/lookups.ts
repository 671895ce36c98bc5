import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { recordsAt } from '../../shared/wire';
import type {
	Account,
	CustomFieldDefinition,
	EntityType,
	LossReason,
	Pipeline,
	Stage,
	TaskType,
	User,
} from '../model';

/** As the answer has it. */
type Read<T> = Omit<T, 'id' | '_embedded'> & { id: number | string };
type ReadPipeline = Read<Pipeline> & { _embedded?: { statuses?: Array<Read<Stage>> } };
type ReadField = Read<Omit<CustomFieldDefinition, 'enums' | 'nested'>> & {
	enums?: unknown;
	nested?: unknown;
};

/** Reads a whole collection; the records come unchecked, typed by the sheet. */
export type ReadCollection = (path: string, root: string, paged: boolean) => Promise<unknown[]>;

/**
 * What the account has defined: read at most once per kind and run, all pages, never kept beyond
 * the session, so that no account sees another one's settings.
 */
export class Lookups {
	private readonly answers = new Map<string, Promise<unknown>>();

	constructor(
		private readonly readCollection: ReadCollection,
		private readonly readAccount: () => Promise<Account>,
	) {}

	async account(): Promise<Account> {
		return await this.once('account', this.readAccount);
	}

	async customFields(entityType: EntityType): Promise<CustomFieldDefinition[]> {
		const path = `/api/v4/${entityType}/custom_fields`;
		return await this.once(path, async () => {
			const read = await this.readCollection(path, '_embedded.custom_fields', true);
			return (read as ReadField[]).map(withOptions);
		});
	}

	/** With their stages embedded; the list is not paged (fact sheet §4.11). */
	async pipelines(): Promise<Pipeline[]> {
		return await this.once('pipelines', async () => {
			const read = await this.readCollection(
				'/api/v4/leads/pipelines',
				'_embedded.pipelines',
				false,
			);
			return (read as ReadPipeline[]).map(withStages);
		});
	}

	async users(): Promise<User[]> {
		return await this.list('/api/v4/users', 'users');
	}

	async lossReasons(): Promise<LossReason[]> {
		return await this.list('/api/v4/leads/loss_reasons', 'loss_reasons');
	}

	async taskTypes(): Promise<TaskType[]> {
		const account = await this.account();
		return (recordsIn(account._embedded?.task_types) as unknown as TaskType[]).map(withNumber);
	}

	/** The account's IANA zone, null when the account does not tell. */
	async timezone(): Promise<string | null> {
		const account = await this.account();
		return account._embedded?.datetime_settings?.timezone ?? null;
	}

	private async list<T extends { id: number }>(path: string, key: string): Promise<T[]> {
		return await this.once(path, async () => {
			const read = await this.readCollection(path, `_embedded.${key}`, true);
			return (read as T[]).map(withNumber);
		});
	}

	private async once<T>(key: string, read: () => Promise<T>): Promise<T> {
		const known = this.answers.get(key) as Promise<T> | undefined;
		if (known) return await known;
		const answer = read();
		this.answers.set(key, answer);
		return await answer;
	}
}

/** Stages are told apart by numbers and by their pipeline, whatever the answer leaves out. */
function withStages({ _embedded, ...pipeline }: ReadPipeline): Pipeline {
	const id = Number(pipeline.id);
	const statuses = (recordsIn(_embedded?.statuses) as unknown as Array<Read<Stage>>).map(
		(stage) => ({ ...stage, id: Number(stage.id), name: shown(stage.name), pipeline_id: id }),
	);
	return { ...pipeline, id, name: shown(pipeline.name), _embedded: { statuses } };
}

/** What is written by its id is written as a number, however the answer spells it. */
function withNumber<T extends { id: number | string }>(record: T): T & { id: number } {
	return { ...record, id: Number(record.id) };
}

/** Options are a list or an object keyed by index (fact sheet §4.12); their texts are texts. */
function withOptions({ enums, nested, ...field }: ReadField): CustomFieldDefinition {
	return {
		...field,
		id: Number(field.id),
		name: shown(field.name),
		enums: optionsOf(enums),
		nested:
			optionsOf(nested)?.map((option) => ({ ...option, parent_id: parentOf(option) })) ?? null,
	};
}

function optionsOf(value: unknown): Array<IDataObject & { id: number; value: string }> | null {
	if (typeof value !== 'object' || value === null) return null;
	return recordsIn(value).map((option) => ({
		...option,
		id: Number(option.id),
		value: shown(option.value),
	}));
}

/** The records of a list, also where PHP has made an object of it, keyed by index. */
const recordsIn = (value: unknown): IDataObject[] =>
	typeof value === 'object' && value !== null ? recordsAt(Object.values(value), '') : [];

const parentOf = ({ parent_id: id }: IDataObject): number | null =>
	id === null || id === undefined ? null : Number(id);
