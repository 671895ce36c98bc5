import type { IDataObject } from 'n8n-workflow';

import type { KommoSandbox } from '../../../sandbox/kommo';
import { isRecord } from '../../../nodes/shared/wire';

/** The only row of the only write so far, without its request_id. */
export function onlyRow(sandbox: KommoSandbox): IDataObject {
	const writes = sandbox.requests({ path: '/api/*' }).filter(({ method }) => method !== 'GET');
	const rows = writes.flatMap(({ body }): unknown[] => (Array.isArray(body) ? body : [body]));
	const [row] = rows;
	if (rows.length !== 1 || !isRecord(row)) {
		throw new Error(`One row was expected: ${JSON.stringify(rows)}`);
	}
	const { request_id: _, ...values } = row;
	return values;
}

/** Paths of the reads so far, oldest first. */
export const readPaths = (sandbox: KommoSandbox): string[] =>
	sandbox.requests({ method: 'GET' }).map(({ path }) => path);
