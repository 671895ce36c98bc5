/**
 * One switch for every behaviour the fact sheet marks as unverified, and for the states of an
 * account that a client meets. The default is the sheet's emulator default.
 */
export interface ComagicSwitches {
	/** §B.5: `result.data` throughout; as the pages' templates have it; or always right in `result`. */
	resultShape: 'data' | 'documented' | 'bare';
	/** §B.2: the caller's address is not on the list of the API's own tab. */
	dataIpBlocked: boolean;
	callIpBlocked: boolean;
	/** The account is locked. */
	accountInactive: boolean;
	/** Components that are not bought: names of §B.9 and §C, e.g. settings, upload_calls, callapi_base. */
	disabledComponents: readonly string[];
	/** Methods the user has no right for. */
	forbiddenMethods: readonly string[];
	/** §B.4: whether rows of the very second of `date_till` belong to the Data API's range. */
	dateTillInclusive: boolean;
	/** §B.4: longest range of the classic reports. */
	reportRange: '3months' | '90days';
	/** §B.4: `limit` and `offset` above the maximum are refused, or cut. */
	overLimit: 'reject' | 'clamp';
	/** §B.8: what updates demand: everything marked required, or the id only. */
	updateNeeds: 'documented' | 'idOnly';
	/** §B.7: spelling of the method that replaces the tags of a communication. */
	tagsMethod: 'singular' | 'plural';
	/** §B.2: name of the end of a session in login.user. */
	expiryKey: 'expire_at' | 'expire';
	/** §B.2: agents name the customer's user in every call. */
	agentNeedsUserId: boolean;
	/** §B.10: the spelling of the answer to a JSON array; CallGear's page has it right. */
	batchSpelling: 'opreations' | 'operations';
	/** §B.1: the version is marked as deprecated in `metadata`. */
	versionDeprecated: boolean;
	/** §C.1: `success` of the management methods: text or boolean. */
	callSuccess: 'string' | 'boolean';
	/** Seconds until somebody answers a call of the Call API, or a third party called from it. */
	answerAfterSeconds: number;
	/** §C.3: `start_time` in list.calls with a T and milliseconds, or with a space. */
	listCallsTime: 'T' | 'space';
	/** §A.2: each call prolongs a session, or three hours from login. */
	slidingSession: boolean;
	/** §A.1: `Accept` with wildcards is enough. */
	acceptWildcard: boolean;
	/** §A.5: name of the list of chat messages. */
	chatMessagePath: 'both' | 'chat_message' | 'chat_messages';
	/** §A.4: `call_date` with milliseconds. */
	callDateMilliseconds: boolean;
	/** §A.3: recordings need a session or key. */
	mediaNeedsLogin: boolean;
}

export const defaultSwitches: ComagicSwitches = {
	resultShape: 'data',
	dataIpBlocked: false,
	callIpBlocked: false,
	accountInactive: false,
	disabledComponents: [],
	forbiddenMethods: [],
	dateTillInclusive: true,
	reportRange: '3months',
	overLimit: 'reject',
	updateNeeds: 'documented',
	tagsMethod: 'singular',
	expiryKey: 'expire_at',
	agentNeedsUserId: true,
	batchSpelling: 'opreations',
	versionDeprecated: false,
	callSuccess: 'string',
	answerAfterSeconds: 0,
	listCallsTime: 'T',
	slidingSession: false,
	acceptWildcard: true,
	chatMessagePath: 'both',
	callDateMilliseconds: true,
	mediaNeedsLogin: false,
};
