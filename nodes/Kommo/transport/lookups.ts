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
		return await this.list(`/api/v4/${entityType}/custom_fields`, 'custom_fields', true);
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
		return await this.list('/api/v4/users', 'users', true);
	}

	async lossReasons(): Promise<LossReason[]> {
		return await this.list('/api/v4/leads/loss_reasons', 'loss_reasons', true);
	}

	async taskTypes(): Promise<TaskType[]> {
		const account = await this.account();
		return account._embedded?.task_types ?? [];
	}

	/** The account's IANA zone, null when the account does not tell. */
	async timezone(): Promise<string | null> {
		const account = await this.account();
		return account._embedded?.datetime_settings?.timezone ?? null;
	}

	private async list<T>(path: string, key: string, paged: boolean): Promise<T[]> {
		return await this.once(
			path,
			async () => (await this.readCollection(path, `_embedded.${key}`, paged)) as T[],
		);
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
	const statuses = (_embedded?.statuses ?? []).map((stage) => ({
		...stage,
		id: Number(stage.id),
		pipeline_id: id,
	}));
	return { ...pipeline, id, _embedded: { statuses } };
}
