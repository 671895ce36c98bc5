/** What the value of a custom field is read against. */
export interface ValueContext {
	/** IANA zone of the workflow: for date_time texts without an offset. */
	timezone: string;
	/** IANA zone of the account: `date` and `birthday` are days there; null = the workflow's. */
	accountTimezone: string | null;
	/** Takes note of an odd phone or e-mail, which is sent all the same. */
	warn(message: string): void;
	/** Code of the kind for phones and e-mails when the form has fixed it, e.g. "WORK". */
	kind?: string;
}
