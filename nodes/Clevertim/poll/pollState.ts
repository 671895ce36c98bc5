import type { IDataObject } from 'n8n-workflow';

import { readMarks, writeMarks, type Marks } from './marks';

/** What the marks belong to: they say nothing about another resource or account. */
export interface Subject {
	resource: string;
	/** Stands for address and API key; neither can be read from it. */
	source: string;
	/** Stands for the account's owner. */
	account: string;
}

/**
 * The trigger's memory in the workflow's static data. n8n writes it to its database together with
 * the items of a poll; assignments to the outermost properties are all it notices.
 */
export class PollState {
	constructor(private readonly data: IDataObject) {}

	get subject(): Subject | null {
		const { resource, source, account } = this.data;
		if (typeof resource !== 'string') return null;
		if (typeof source !== 'string' || typeof account !== 'string') return null;
		return { resource, source, account };
	}

	/** Null before the first poll. */
	get marks(): Marks | null {
		return readMarks(this.data.marks);
	}

	/** The last thing a poll does: whatever fails before leaves the memory as it was. */
	save(subject: Subject, marks: Marks): void {
		const values: IDataObject = { ...subject, marks: writeMarks(marks) };
		for (const [key, value] of Object.entries(values)) {
			if (this.data[key] !== value) this.data[key] = value;
		}
	}
}
