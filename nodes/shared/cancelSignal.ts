import type { IAllExecuteFunctions } from 'n8n-workflow';

import type { HttpMethod } from './wire';

/** Fires when the user stops the execution; dropdowns and polls have none. */
export function cancelSignalOf(context: IAllExecuteFunctions): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/**
 * Whom n8n's request helper is called by. The core aborts requests under way when the execution is
 * cancelled. A write must not be cut off, because nobody could tell whether it was stored: it gets a
 * caller without the signal.
 */
export function callerFor(context: IAllExecuteFunctions, method: HttpMethod): IAllExecuteFunctions {
	if (method === 'GET') return context;
	const { helpers, logger } = context;
	const withoutSignal = {
		helpers,
		logger,
		getNode: () => context.getNode(),
		getMode: () => context.getMode?.(),
		getCredentials: async (type: string) => await context.getCredentials(type),
	};
	// the core's request function uses these five members and no other
	return withoutSignal as unknown as IAllExecuteFunctions;
}
