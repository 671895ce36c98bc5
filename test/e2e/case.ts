import type { Browser } from 'playwright-core';
import type { Stage } from '../../sandbox/demo/stage';

/** What a case works with; one n8n and one sandbox for all of them. */
export interface E2eContext {
	stage: Stage;
	/** Writes a line into the run's report. */
	say: (line: string) => void;
	/** Absolute path for a picture that goes into the documentation. */
	picture: (name: string) => string;
}

interface CaseBase {
	/** A sentence about what is seen. */
	name: string;
}

/** A case without a browser. */
export interface PlainCase extends CaseBase {
	browser?: false;
	run: (context: E2eContext) => Promise<void>;
}

/** A case that clicks. */
export interface BrowserCase extends CaseBase {
	browser: true;
	run: (context: E2eContext & { browser: Browser }) => Promise<void>;
}

export type E2eCase = PlainCase | BrowserCase;
