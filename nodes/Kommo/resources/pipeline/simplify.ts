import type { IDataObject } from 'n8n-workflow';

import { recordsAt } from '../../../shared/wire';

/** A pipeline with its stages in order, each by id and name. */
export function simplifyPipeline(pipeline: IDataObject): IDataObject {
	const { id, name, sort, is_main, is_archive, is_unsorted_on } = pipeline;
	const stages = recordsAt(pipeline, '_embedded.statuses')
		.map((stage) => ({ id: stage.id, name: stage.name, sort: stage.sort }))
		.sort((a, b) => Number(a.sort) - Number(b.sort));
	return { id, name, sort, is_main, is_archive, is_unsorted_on, stages };
}
