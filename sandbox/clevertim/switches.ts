/**
 * One switch for every behaviour the fact sheet marks as unverified or disputed (§11).
 * The default is the sheet's emulator default (§9); both positions are tested.
 */
export interface ClevertimSwitches {
	/** §3: what a PUT answers: id and time of change, only the id, or the whole record. */
	putAnswer: 'idAndTimes' | 'id' | 'full';
	/** §3: what a POST of contact, company, opportunity and case answers; others give the id. */
	postAnswer: 'full' | 'id';
	/** §4: fields left out of a PUT are kept (with `cf` merged or replaced as a whole), or emptied. */
	putSemantics: 'merge' | 'mergeWithoutCf' | 'replace';
	/** §6.6: `cust` of a note is read as array, or as a single id. */
	noteCust: 'array' | 'single';
	/** §5: contacts and companies count their ids together, or each for itself (ids then overlap). */
	sharedCustomerIds: boolean;
	/** §8: where records carry `ao` and `lm`. */
	times: 'everywhere' | 'tasksAndNotes' | 'nowhere';
	/** §3: status when the key's user may not write or delete. */
	refusalStatus: 400 | 403;
	/** §3: body of a 404. */
	missingBody: 'error' | 'emptyContent';
	/** §3: body of a DELETE's answer. */
	deleteAnswer: 'status' | 'empty';
	/** §4, §8: deleted tasks and notes vanish, or stay with is_deleted. */
	taskDelete: 'vanish' | 'flag';
	/** §4: whether folders and files can be listed; if not, 501. */
	listsFiles: boolean;
	/** §4: whether a single custom field can be read; the client always lists them. */
	getsCustomField: boolean;
	/** A reference to a record that does not exist: taken as it is, or refused with 400. */
	unknownReference: 'accept' | 'reject';
	/** §1: write verbs also work without /api, as the documentation's samples have it. */
	writesWithoutApi: boolean;
	/** §7: ids as texts instead of numbers. */
	idsAsText: boolean;
}

export const defaultSwitches: ClevertimSwitches = {
	putAnswer: 'idAndTimes',
	postAnswer: 'full',
	putSemantics: 'merge',
	noteCust: 'array',
	sharedCustomerIds: true,
	times: 'everywhere',
	refusalStatus: 403,
	missingBody: 'error',
	deleteAnswer: 'status',
	taskDelete: 'vanish',
	listsFiles: true,
	getsCustomField: true,
	unknownReference: 'accept',
	writesWithoutApi: false,
	idsAsText: false,
};
