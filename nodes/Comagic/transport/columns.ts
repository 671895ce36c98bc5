import type { IDataObject } from 'n8n-workflow';

import { findMethod } from '../catalogue/catalogue';
import type { ListRules } from '../catalogue/listRules';
import type { OutField } from '../catalogue/method';
import type { ListOptions } from './listOptions';
import { RECORDS_IN, TALK_IN } from './recordings';
import { sortRules } from './rowOrder';

/** The params of a list, with what has to be asked beyond the user's choice to join its parts. */
export class Columns {
	/** Properties that the user did not ask for: they leave the rows again. */
	readonly added: string[] = [];
	readonly params: IDataObject;
	private readonly known: OutField[];

	constructor(
		method: string,
		private readonly rules: ListRules,
		params: IDataObject,
		{ before, links, files }: ListOptions,
	) {
		this.params = { ...params };
		this.known = findMethod(method)?.fields ?? [];
		// without a choice nobody knows for sure what comes: then the time is used where it comes
		const isChosen = Array.isArray(params.fields) && params.fields.length > 0;
		if (before !== undefined && isChosen && rules.time !== null) this.add([rules.time]);
		if (isChosen) this.askForRecordings(links === true, files === true);
	}

	/** Links are made of the ids of the recording and of its talk; both stay in the rows. */
	private askForRecordings(links: boolean, files: boolean): void {
		const chosen = this.chosen();
		const has = (name: string) => this.known.some((one) => one.name === name);
		const areChosen = chosen.some((name) => RECORDS_IN.includes(name));
		const talk = TALK_IN.find(has);
		const [usual] = RECORDS_IN.filter(has);
		if (talk === undefined || usual === undefined || !(files || (links && areChosen))) return;
		this.params.fields = [...new Set([...chosen, ...(areChosen ? [] : [usual]), talk])];
	}

	/** Pages of an unsorted answer need not fit together. */
	sortByTime(): void {
		const { time } = this.rules;
		const canSort = this.known.some(({ name, sort }) => name === time && sort);
		if (time === null || !canSort || this.params.sort !== undefined) return;
		this.params.sort = [{ field: time, order: 'asc' }];
		this.add([time]);
	}

	/** What tells rows apart, and what they are put in order by. */
	askForKey(): void {
		const sorted = sortRules(this.params.sort).map(({ field }) => field);
		this.add([...this.rules.key, ...sorted]);
	}

	private add(needed: string[]): void {
		const chosen = this.chosen();
		// a method whose page names no default fields gives all of them
		if (chosen.length === 0) return;
		const missing = [...new Set(needed)].filter((name) => !chosen.includes(name));
		if (missing.length === 0) return;
		this.params.fields = [...chosen, ...missing];
		this.added.push(...missing);
	}

	private chosen(): string[] {
		const { fields } = this.params;
		if (Array.isArray(fields) && fields.length > 0) return fields.map(String);
		return this.known.filter(({ isDefault }) => isDefault).map(({ name }) => name);
	}
}
