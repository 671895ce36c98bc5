import type { StoredFile, UploadSession } from './drive/model';
import type {
	AccountInfo,
	StoredCompany,
	StoredContact,
	StoredCustomField,
	StoredDelivery,
	StoredLead,
	StoredLink,
	StoredLossReason,
	StoredNote,
	StoredPipeline,
	StoredTag,
	StoredTask,
	StoredUser,
	StoredWebhook,
	TaskType,
} from './model';

/** Everything one account holds. Maps are kept over `clear`, so references stay valid after a reset. */
export class AccountStore {
	readonly users = new Map<number, StoredUser>();
	readonly groups = new Map<number, { id: number; name: string }>();
	readonly pipelines = new Map<number, StoredPipeline>();
	readonly lossReasons = new Map<number, StoredLossReason>();
	readonly customFields = new Map<number, StoredCustomField>();
	readonly taskTypes = new Map<number, TaskType>();
	readonly leads = new Map<number, StoredLead>();
	readonly contacts = new Map<number, StoredContact>();
	readonly companies = new Map<number, StoredCompany>();
	readonly tasks = new Map<number, StoredTask>();
	readonly notes = new Map<number, StoredNote>();
	readonly tags = new Map<number, StoredTag>();
	/** Key: `leads:1>contacts:2`. */
	readonly links = new Map<string, StoredLink>();
	readonly webhooks = new Map<number, StoredWebhook>();
	readonly deliveries = new Map<number, StoredDelivery>();
	/** Key: uuid. */
	readonly files = new Map<string, StoredFile>();
	/** Key: version_uuid. */
	readonly fileContents = new Map<string, Buffer>();
	/** Uploads that have not got their last part. */
	readonly uploads = new Map<number, UploadSession>();

	private readonly lastIds = new Map<string, number>();

	constructor(
		readonly info: AccountInfo,
		/** Added to every seeded and new id, so that the ids of two accounts never meet. */
		readonly idBase: number,
	) {}

	/** Next id of a kind; deterministic, because it starts anew with every seed. */
	nextId(kind: string): number {
		const next = (this.lastIds.get(kind) ?? this.idBase) + 1;
		this.lastIds.set(kind, next);
		return next;
	}

	/** Makes the next id of a kind `id + 1`. */
	startIdsAfter(kind: string, id: number): void {
		this.lastIds.set(kind, id);
	}

	/** Every collection by the name the control API shows it under. */
	collections(): ReadonlyMap<string, ReadonlyMap<unknown, unknown>> {
		return new Map<string, ReadonlyMap<unknown, unknown>>([
			['users', this.users],
			['groups', this.groups],
			['pipelines', this.pipelines],
			['lossReasons', this.lossReasons],
			['customFields', this.customFields],
			['taskTypes', this.taskTypes],
			['leads', this.leads],
			['contacts', this.contacts],
			['companies', this.companies],
			['tasks', this.tasks],
			['notes', this.notes],
			['tags', this.tags],
			['links', this.links],
			['webhooks', this.webhooks],
			['deliveries', this.deliveries],
			['files', this.files],
		]);
	}

	clear(): void {
		for (const map of [
			this.users,
			this.groups,
			this.pipelines,
			this.lossReasons,
			this.customFields,
			this.taskTypes,
			this.leads,
			this.contacts,
			this.companies,
			this.tasks,
			this.notes,
			this.tags,
			this.links,
			this.webhooks,
			this.deliveries,
			this.files,
			this.fileContents,
			this.uploads,
		]) {
			map.clear();
		}
		this.lastIds.clear();
	}
}
