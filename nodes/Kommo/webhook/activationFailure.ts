import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { ApiFailure, isRecord } from '../../shared/wire';
import { validationProblems } from '../transport/validationProblems';

interface Text {
	message: string;
	description: string;
}

interface Row extends Text {
	when: (failure: ApiFailure, said: string) => boolean;
}

/** An account takes this many webhooks (fact sheet §2.2). */
export const MOST_WEBHOOKS = 100;

export const LIMIT_REACHED: Text = {
	message: `The account already has ${MOST_WEBHOOKS} webhooks, which is the most it takes`,
	description:
		'Remove webhooks that nobody needs any more in the settings of the account (Integrations, Web hooks), then publish the workflow again.',
};

/** Rows of the error table about want of rights, and of features (fact sheet §1.6). */
const NO_RIGHT = ['admin only', 'forbidden', 'no rights'];
const NO_FEATURE = [
	'feature has to be paid',
	'feature not available',
	'feature switched off',
	'not in the plan',
	'plan ended',
];

/** Refusals of `POST /api/v4/webhooks` that mean something else than elsewhere (§4.19). */
const ROWS: Row[] = [
	{
		when: ({ status }, said) =>
			/\blimit|лимит/i.test(said) &&
			(status === 400 || status === 422 || (status === 403 && /hook|хук/i.test(said))),
		...LIMIT_REACHED,
	},
	{
		when: ({ status, reason }, said) =>
			status === 402 ||
			(status === 403 &&
				(/tariff|\bpa(?:id|yment)\b|\bplan\b|тариф|оплат/i.test(said) ||
					NO_FEATURE.includes(reason ?? ''))),
		message: 'The plan of the account does not include webhooks',
		description:
			'Webhooks need the plan Advanced, Pro or Enterprise of Kommo, or Advanced or Professional of amoCRM. An ended trial or subscription has the same effect.',
	},
	{
		// other refusals with this status have an explanation of their own: block, list of addresses, …
		when: ({ status, reason }) => status === 403 && NO_RIGHT.includes(reason ?? ''),
		message: 'Only an admin of the account may register webhooks',
		description:
			'Use a token or connection that was made by an admin of the account, then publish the workflow again. If it was, see whether the plan of the account includes webhooks.',
	},
];

/** What n8n shows when a workflow cannot be published. */
export function activationFailure(node: INode, error: unknown, codes: string[]): Error {
	if (error instanceof InvalidValue) {
		return new NodeOperationError(node, error.message, { description: error.description });
	}
	if (!(error instanceof ApiFailure)) {
		return error instanceof Error ? error : new NodeOperationError(node, String(error));
	}
	const { message, description } = textFor(error, codes);
	const httpCode = error.status === null ? undefined : String(error.status);
	return new NodeApiError(node, { status: error.status }, { message, description, httpCode });
}

function textFor(failure: ApiFailure, codes: string[]): Text {
	// another 4xx of the list or of a removal has nothing to do with plans and events
	const said = shown(failure.body);
	const row = failure.status === 429 ? undefined : ROWS.find(({ when }) => when(failure, said));
	return row ?? refusedEvents(failure, codes) ?? failure;
}

/** The events the account did not accept; all of them when it does not say which. */
function refusedEvents({ status, body, request }: ApiFailure, codes: string[]): Text | null {
	if (request.method !== 'POST' || (status !== 400 && status !== 422)) return null;
	const paths = validationProblems(body).map(({ path }) => path);
	// "Invalid URL" was reported without naming a field (fact sheet §4.19)
	if (paths.some((path) => /destination/.test(path)) || /invalid url/i.test(shown(body))) {
		return refusedAddress(request.body);
	}
	const named = paths.flatMap((path) => codes[Number(/settings\D+(\d+)/.exec(path)?.[1])] ?? []);
	if (status === 400 && !paths.some((path) => /settings/.test(path))) return null;
	const refused = named.length > 0 ? named : codes;
	return {
		message: `The account does not know ${refused.length === 1 ? 'an event' : 'events'} of 'Trigger On': ${refused.join(', ')}`,
		description:
			'Not every event exists in both products and in every plan. Take these out, or choose them in the webhook settings of the account, where it offers them.',
	};
}

function refusedAddress(body: unknown): Text {
	const destination = isRecord(body) ? shown(body.destination) : '';
	const place = destination.replace(/\?.*$/, '');
	return {
		message: `The account does not accept the address of n8n: ${place}`,
		description:
			"It has to be a public address with a domain in Latin letters. It comes from n8n's own settings (WEBHOOK_URL).",
	};
}
