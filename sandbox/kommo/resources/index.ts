/** Every API route of the emulator; a new resource is one more file in this list. */
import type { Route } from '../call';
import { accountRoutes } from './account';
import { complexRoutes } from './complex';
import { contactRoutes } from './contacts';
import { customFieldRoutes } from './customFields';
import { leadRoutes } from './leads';
import { linkRoutes } from './links';
import { lossReasonRoutes } from './lossReasons';
import { noteRoutes } from './notes';
import { pipelineRoutes } from './pipelines';
import { pipelineWriteRoutes } from './pipelineWrite';
import { tagRoutes } from './tags';
import { taskRoutes } from './tasks';
import { tokenRoutes } from './token';
import { userRoutes } from './users';
import { webhookRoutes } from './webhooks';

export const resourceRoutes: readonly Route[] = [
	...accountRoutes,
	...userRoutes,
	...pipelineRoutes,
	...pipelineWriteRoutes,
	...customFieldRoutes,
	...leadRoutes,
	...complexRoutes,
	...lossReasonRoutes,
	...contactRoutes,
	...taskRoutes,
	...noteRoutes,
	...tagRoutes,
	...linkRoutes,
	...webhookRoutes,
	...tokenRoutes,
];
