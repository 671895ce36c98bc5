/**
 * One switch for every behaviour the fact sheet marks as unverified or disputed.
 * The default is the sheet's recommendation (§8); both positions are tested.
 */
export interface KommoSwitches {
	/** §3.2: answer of PATCH /{id}: bare object, or the list envelope of Kommo's samples. */
	patchSingleEnvelope: 'bare' | 'kommo';
	/** §3.2: `next` only when more rows exist, or on every full page (the last one then leads to a 204). */
	nextLink: 'whenMore' | 'onFullPage';
	/** §2.1: body of a refused request; `html403` is the block page instead of a 429. */
	rateLimitBody: 'json' | 'html' | 'html403';
	/** §2.1: whether a 429 also carries the header. */
	rateLimitRetryAfterHeader: boolean;
	/** §4.1: amoCRM only; when off, `filter[…]` of leads, contacts and companies is ignored. */
	apiFilterEnabled: boolean;
	/** §1.3: demand redirect_uri on refresh, too. */
	strictOAuthRedirectOnRefresh: boolean;
	/** §1.3: the token endpoint takes form bodies. */
	oauthAcceptsForm: boolean;
	/** §1.3: the token endpoint takes client credentials as HTTP Basic. */
	oauthAcceptsBasic: boolean;
	/** §1.3: server_time in token answers. */
	tokenHasServerTime: boolean;
	/** §8: status for an unknown id on PATCH, links and notes. */
	missingIdOnWrite: 400 | 404;
	/** §8: a 400 for an unknown id in a batch names its row (validation-errors). */
	missingIdNamesRow: boolean;
	/** §3.1: type of the echoed request_id. */
	requestIdType: 'string' | 'number-for-digits';
	/** §3.1: whether write answers carry request_id at all. */
	echoRequestId: boolean;
	/** §2.2: servers may cap pages below 250. */
	maxPageSize: number;
	/** §2.2: answer to `limit` above 250 on GET. */
	limitAboveMax: 'reject' | 'clamp';
	/** §3.1: keys that cannot be written are refused (FieldNotExpected) or ignored. */
	rejectReadOnlyKeys: boolean;
	/** §3.3: the good rows of a rejected batch are stored all the same. */
	storeRestOnRejectedBatch: boolean;
	/** Rows dropped from the end of a write answer. */
	omitRowInAnswer: number;
	/** §4.1: `_embedded.loss_reason` of a lead without one. */
	emptyLossReason: 'absent' | 'emptyArray';
	/** §4.1: duplicate control of the integration: leads/complex uses stored contacts and companies. */
	duplicateControl: 'off' | 'on';
	/** §4.1: a float price is stored or refused with InvalidType. */
	priceAcceptsFloat: boolean;
	/** §4.1: name of a lead created without one. */
	namelessLead: 'numbered' | 'empty';
	/** §4.1: pipeline of a PATCH with status 142 or 143 and no pipeline_id. */
	closingWithoutPipeline: 'keep' | 'main';
	/** §4.4: a contact without a name. */
	emptyContact: 'accept' | 'reject';
	/** §4.13: `values: []` clears a field like null does, or is refused. */
	emptyArrayClearsField: boolean;
	/** §4.13: a phone or e-mail without a kind becomes WORK, or is refused. */
	multitextDefaultsToWork: boolean;
	/** §4.13: file values are read with is_deleted. */
	fileValueHasIsDeleted: boolean;
	/** §4.1: Kommo takes one stage in filter[statuses]; the others are dropped or work. */
	kommoSeveralStages: 'firstOnly' | 'all';
	/** §4.1: Kommo does not document filter[custom_fields_values]. */
	kommoCustomFieldFilter: 'ignored' | 'works';
	/** §4.1: filter[custom_fields_values] on phones and e-mails. */
	multitextFilter: 'ignored' | 'works';
	/** §4.7: GET /tasks/{id} on Kommo. */
	kommoTaskById: 'works' | 'missing';
	/** §4.2: /leads/loss_reasons on Kommo. */
	kommoLossReasons: 'works' | 'missing';
	/** §4.10: linking a second company. */
	secondCompanyLink: 'replace' | 'reject';
	/** §4.10: contacts take links to leads. */
	contactToLeadLink: 'accept' | 'reject';
	/** §4.19: GET /webhooks without any. */
	emptyWebhookList: 204 | 200;
	/** §4.19: POST /webhooks with a code nobody knows. */
	unknownWebhookCode: 'accept' | 400 | 422;
	/** §4.19: a new POST switches a disabled hook on again. */
	repostEnablesWebhook: boolean;
	/** §4.19: a destination without a path is refused. */
	webhookNeedsPath: boolean;
	/** §5.1: what shares a delivery: nothing, one event's entities, everything of a request. */
	deliveryGrouping: 'entity' | 'event' | 'request';
	/** §5.1: x-amocrm-requestid stays the same over retries. */
	deliveryIdStableOnRetry: boolean;
	/** §5.3: a stage change also fires update_lead. */
	stageChangeFiresUpdate: boolean;
	/** §5.3: old_pipeline_id only when moved between pipelines, or in every stage change. */
	oldPipelineId: 'onMove' | 'always';
	/** §4.19: group of a company's notes in deliveries. */
	companyNoteGroup: 'companies' | 'contacts';
	/** §3.3: titles and details of amoCRM accounts in Russian. */
	localisedErrors: boolean;
}

type Choice = {
	[K in keyof KommoSwitches]: string extends KommoSwitches[K]
		? never
		: number extends KommoSwitches[K]
			? never
			: boolean extends KommoSwitches[K]
				? never
				: K;
}[keyof KommoSwitches];

/** Values of the switches that are neither yes or no nor any number; the default first. */
export const switchValues: Readonly<{ [K in Choice]: ReadonlyArray<KommoSwitches[K]> }> = {
	patchSingleEnvelope: ['bare', 'kommo'],
	nextLink: ['whenMore', 'onFullPage'],
	rateLimitBody: ['json', 'html', 'html403'],
	missingIdOnWrite: [400, 404],
	requestIdType: ['string', 'number-for-digits'],
	limitAboveMax: ['reject', 'clamp'],
	emptyLossReason: ['absent', 'emptyArray'],
	duplicateControl: ['off', 'on'],
	namelessLead: ['numbered', 'empty'],
	closingWithoutPipeline: ['keep', 'main'],
	emptyContact: ['accept', 'reject'],
	kommoSeveralStages: ['firstOnly', 'all'],
	kommoCustomFieldFilter: ['ignored', 'works'],
	multitextFilter: ['ignored', 'works'],
	kommoTaskById: ['works', 'missing'],
	kommoLossReasons: ['works', 'missing'],
	secondCompanyLink: ['replace', 'reject'],
	contactToLeadLink: ['accept', 'reject'],
	emptyWebhookList: [204, 200],
	unknownWebhookCode: [400, 422, 'accept'],
	deliveryGrouping: ['event', 'entity', 'request'],
	oldPipelineId: ['onMove', 'always'],
	companyNoteGroup: ['companies', 'contacts'],
};

export const defaultSwitches: Readonly<KommoSwitches> = {
	patchSingleEnvelope: 'bare',
	nextLink: 'whenMore',
	rateLimitBody: 'json',
	rateLimitRetryAfterHeader: false,
	apiFilterEnabled: true,
	strictOAuthRedirectOnRefresh: false,
	oauthAcceptsForm: true,
	oauthAcceptsBasic: true,
	tokenHasServerTime: true,
	missingIdOnWrite: 400,
	missingIdNamesRow: true,
	requestIdType: 'string',
	echoRequestId: true,
	maxPageSize: 250,
	limitAboveMax: 'reject',
	rejectReadOnlyKeys: false,
	storeRestOnRejectedBatch: false,
	omitRowInAnswer: 0,
	emptyLossReason: 'absent',
	duplicateControl: 'off',
	priceAcceptsFloat: false,
	namelessLead: 'numbered',
	closingWithoutPipeline: 'keep',
	emptyContact: 'accept',
	emptyArrayClearsField: true,
	multitextDefaultsToWork: true,
	fileValueHasIsDeleted: false,
	kommoSeveralStages: 'firstOnly',
	kommoCustomFieldFilter: 'ignored',
	multitextFilter: 'ignored',
	kommoTaskById: 'works',
	kommoLossReasons: 'works',
	secondCompanyLink: 'replace',
	contactToLeadLink: 'accept',
	emptyWebhookList: 204,
	unknownWebhookCode: 400,
	repostEnablesWebhook: true,
	webhookNeedsPath: false,
	deliveryGrouping: 'event',
	deliveryIdStableOnRetry: true,
	stageChangeFiresUpdate: true,
	oldPipelineId: 'onMove',
	companyNoteGroup: 'companies',
	localisedErrors: true,
};
