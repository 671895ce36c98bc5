import { randomUUID } from 'node:crypto';
import { set } from 'lodash';
import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

/** Decrypted data by credential type, as a test writes it. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

interface SavedCredential {
	id: string;
	name: string;
	data: ICredentialDataDecryptedObject;
}

/**
 * n8n's credential table, in memory: one saved credential per type, with its id. Give one store to
 * several runs and they share the credential, as executions of one n8n do: a refreshed OAuth2 token
 * is saved here and the next run starts with it.
 */
export class CredentialStore {
	/** Tokens written back by n8n, oldest first. */
	readonly tokenUpdates: Array<{ type: string; at: number }> = [];

	private readonly saved = new Map<string, SavedCredential>();

	constructor(
		data: CredentialData = {},
		/** Credential classes; default: every class in `credentials/`. */
		readonly types?: ICredentialType[],
	) {
		for (const [type, fields] of Object.entries(data)) this.save(type, fields);
	}

	/** Saves the data under a new id, as a user who fills in the form. */
	save(type: string, data: ICredentialDataDecryptedObject, name = `${type} account`): void {
		this.saved.set(type, { id: randomUUID(), name, data: structuredClone(data) });
	}

	/** The stored data, expressions and defaults unresolved. */
	data(type: string): ICredentialDataDecryptedObject {
		return structuredClone(this.get(type).data);
	}

	/** Changes stored fields, keeping the id. */
	update(type: string, fields: ICredentialDataDecryptedObject): void {
		Object.assign(this.get(type).data, structuredClone(fields));
	}

	/** Puts an access token in place that no service accepts; the refresh token stays good. */
	spoilAccessToken(type: string): void {
		const stored = this.get(type);
		if (stored.data.oauthTokenData === undefined) throw new Error(`'${type}' was never connected`);
		set(stored.data, 'oauthTokenData.access_token', 'spoiled');
	}

	/** What a node of a workflow keeps: id and name. */
	reference(type: string): { id: string; name: string } {
		const { id, name } = this.get(type);
		return { id, name };
	}

	references(): Record<string, { id: string; name: string }> {
		return Object.fromEntries([...this.saved.keys()].map((type) => [type, this.reference(type)]));
	}

	/** @throws when no credential of this type was saved under this id. */
	require(type: string, id: string | null): ICredentialDataDecryptedObject {
		const found = this.get(type);
		if (found.id !== id) throw new Error(`Credential '${type}' with id '${id}' does not exist`);
		return structuredClone(found.data);
	}

	private get(type: string): SavedCredential {
		const found = this.saved.get(type);
		if (!found) throw new Error(`No credential of type '${type}' was saved`);
		return found;
	}
}

export function asCredentialStore(
	credentials: CredentialData | CredentialStore | undefined,
	types?: ICredentialType[],
): CredentialStore {
	if (credentials instanceof CredentialStore) return credentials;
	return new CredentialStore(credentials, types);
}
