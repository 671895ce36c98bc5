/** Pipelines and statuses, read (§4.11). */
import { idParam, type Call, type Route } from '../call';
import type { Json } from '../guards';
import { listAnswer, selfLink } from '../hal';
import type { StoredPipeline, StoredStatus } from '../model';
import { Problem } from '../problems';
import { withSet } from '../queryString';

export const pipelineRoutes: Route[] = [
	{
		method: 'GET',
		path: '/leads/pipelines',
		handle: (call) =>
			listAnswer(
				call,
				'pipelines',
				[...call.store.pipelines.values()]
					.sort((a, b) => a.sort - b.sort)
					.map((p) => pipelineToWire(call, p)),
			),
	},
	{
		method: 'GET',
		path: '/leads/pipelines/:id',
		handle: (call) => ({ status: 200, body: pipelineToWire(call, pipelineOf(call)) }),
	},
	{
		method: 'GET',
		path: '/leads/pipelines/:id/statuses',
		handle: (call) => {
			const pipeline = pipelineOf(call);
			return listAnswer(
				call,
				'statuses',
				pipeline.statuses.map((s) => statusToWire(call, pipeline, s)),
			);
		},
	},
	{
		method: 'GET',
		path: '/leads/pipelines/:id/statuses/:statusId',
		handle: (call) => {
			const pipeline = pipelineOf(call);
			return { status: 200, body: statusToWire(call, pipeline, statusOf(call, pipeline)) };
		},
	},
];

export function pipelineOf(call: Call): StoredPipeline {
	const pipeline = call.store.pipelines.get(idParam(call) ?? 0);
	if (!pipeline) throw new Problem(404, 'Pipeline not found');
	return pipeline;
}

export function statusOf(call: Call, pipeline: StoredPipeline): StoredStatus {
	const status = pipeline.statuses.find((s) => s.id === idParam(call, 'statusId'));
	if (!status) throw new Problem(404, 'Status not found');
	return status;
}

export function pipelineToWire(call: Call, pipeline: StoredPipeline): Json {
	const { statuses, ...own } = pipeline;
	return {
		...own,
		account_id: call.store.info.id,
		_links: selfLink(call, `/leads/pipelines/${pipeline.id}`),
		_embedded: { statuses: statuses.map((s) => statusToWire(call, pipeline, s)) },
	};
}

export function statusToWire(call: Call, pipeline: StoredPipeline, status: StoredStatus): Json {
	const include = withSet(call.query);
	return {
		...status,
		pipeline_id: pipeline.id,
		account_id: call.store.info.id,
		...(include.has('descriptions') ? { descriptions: [] } : {}),
		_links: selfLink(call, `/leads/pipelines/${pipeline.id}/statuses/${status.id}`),
	};
}
