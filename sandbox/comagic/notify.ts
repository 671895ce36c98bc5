/** The sender of HTTP notifications (§D): fills a template and posts it. */

export interface NotificationOrder {
	/** Address of the receiver; in a GET it may carry placeholders, too. */
	url: string;
	/** Default POST. */
	method?: 'GET' | 'POST';
	/** POST: the body; GET: the query, without the question mark. `{{name}}` is replaced. */
	template?: string;
	/** Becomes `notification_mnemonic`. */
	event?: string;
	/** Values by the name of their placeholder. */
	values?: Record<string, unknown>;
	/** Of the POST; default application/json. */
	contentType?: string;
	/** GET: values without the quotes of JSON (unverified which of them is true). Default false. */
	plainQuery?: boolean;
}

export interface Delivered {
	/** Of the receiver's answer. */
	status: number;
	body: string;
	/** What was sent. */
	url: string;
	sent: string | undefined;
}

/** Values go in as JSON; what has no value stays as it is written. */
export function fillTemplate(
	template: string,
	values: Readonly<Record<string, unknown>>,
	encode: (value: unknown) => string = asJson,
): string {
	return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
		name in values ? encode(values[name]) : whole,
	);
}

const asJson = (value: unknown): string => JSON.stringify(value ?? null);

const inQuery = (value: unknown): string => encodeURIComponent(asJson(value));

const plainInQuery = (value: unknown): string =>
	encodeURIComponent(typeof value === 'string' ? value : value === null ? '' : asJson(value));

/** @returns the receiver's answer; rejects when it cannot be reached */
export async function sendNotification(
	order: NotificationOrder,
	values: Readonly<Record<string, unknown>>,
): Promise<Delivered> {
	const { method = 'POST', template = '', contentType = 'application/json' } = order;
	const encode = order.plainQuery === true ? plainInQuery : inQuery;
	const isGet = method === 'GET';
	const query = isGet && template !== '' ? fillTemplate(template, values, encode) : '';
	const address = fillTemplate(order.url, values, encode);
	const url = query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
	const sent = isGet ? undefined : fillTemplate(template, values);
	const answer = await fetch(url, {
		method,
		...(sent === undefined ? {} : { body: sent, headers: { 'content-type': contentType } }),
	});
	return { status: answer.status, body: await answer.text(), url, sent };
}
