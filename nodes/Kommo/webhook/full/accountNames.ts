import type { IDataObject } from 'n8n-workflow';

import type { Pipeline, User } from '../../model';
import type { KommoSession } from '../../transport/session';

/** Names behind ids; absent where the account did not tell. */
export interface AccountNames {
	user(id: unknown): IDataObject | null;
	/** `{ pipeline, stage }` of a lead. */
	stage(pipelineId: unknown, statusId: unknown): IDataObject;
}

/** Reads users and, where leads want them, pipelines. Entities are worth having without them. */
export async function accountNames(
	session: KommoSession,
	withPipelines: boolean,
): Promise<AccountNames> {
	const [users, pipelines] = await Promise.all([
		orNone<User>(session.lookups.users()),
		withPipelines ? orNone<Pipeline>(session.lookups.pipelines()) : [],
	]);
	return {
		user: (id) => {
			const user = users.find((one) => one.id === id);
			return user ? { id: user.id, name: user.name, email: user.email } : null;
		},
		stage: (pipelineId, statusId) => {
			const pipeline = pipelines.find((one) => one.id === pipelineId);
			if (!pipeline) return {};
			const stage = pipeline._embedded.statuses.find((one) => one.id === statusId);
			return {
				pipeline: { id: pipeline.id, name: pipeline.name },
				...(stage ? { stage: { id: stage.id, name: stage.name } } : {}),
			};
		},
	};
}

async function orNone<T>(reading: Promise<T[]>): Promise<T[]> {
	try {
		return await reading;
	} catch {
		return [];
	}
}
