import { setTimeout as delay } from 'node:timers/promises';
import type { INodeType } from 'n8n-workflow';

import type { Table } from './report/table';

export interface Bench {
	/** Few repetitions and small numbers: to see that it works, not to publish. */
	quick: boolean;
	/** The compiled node. */
	nodeType: INodeType;
	/** Says what is being measured. */
	say: (line: string) => void;
}

export interface Scenario {
	/** For `--only`, and for the place in README.md. */
	name: string;
	title: string;
	/** Needs the real n8n: left out without `--n8n`. */
	realN8n?: boolean;
	measure: (bench: Bench) => Promise<Table>;
}

/** Longer than any window in which requests are counted: the next run starts with a full budget. */
const QUIET_MS = 1300;

export const quiet = async (): Promise<void> => await delay(QUIET_MS);

/** Milliseconds that `work` takes. */
export async function wallMs(work: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}
