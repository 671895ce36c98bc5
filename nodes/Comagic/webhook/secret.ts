import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';

import { decodePart, rawFormPairs } from '../../shared/formText';
import { isSameSecret } from '../../shared/sameSecret';
import { SECRET_PARAMETER, SECRET_RULE } from './secretRule';

/** The query of a request without its secret, and the secret. */
export interface OpenedQuery {
	/** Without the question mark. */
	query: string;
	/** As it came; undefined when there is none, or more than one. */
	secret: string | undefined;
}

/** Takes the secret out of an address, so that it reaches neither items nor logs. */
export function openQuery(url: string): OpenedQuery {
	const start = url.indexOf('?');
	const pairs = start < 0 ? [] : [...rawFormPairs(url.slice(start + 1).replace(/#.*/s, ''))];
	const isSecret = ([key]: [string, string]) => decodePart(key) === SECRET_PARAMETER;
	const secrets = pairs.filter(isSecret).map(([, value]) => decodePart(value));
	const others = pairs.filter((pair) => !isSecret(pair) && pair.join('') !== '');
	return {
		query: others.map(([key, value]) => `${key}=${value}`).join('&'),
		secret: secrets.length === 1 ? secrets[0] : undefined,
	};
}

/**
 * Whether the sender may start the workflow. n8n's own path cannot be guessed; the secret of a
 * credential comes on top of it. A credential without a secret lets nobody in.
 */
export async function maySend(
	context: IWebhookFunctions,
	secret: string | undefined,
): Promise<boolean> {
	if (context.getNodeParameter('authentication', 'path') === 'path') return true;
	const credential: unknown = await context.getCredentials('comagicTriggerApi').catch(() => null);
	return isSameSecret(secret, Reflect.get(Object(credential) as object, 'secret'));
}

/** Says whether a secret survives in an address, and is long enough not to be guessed. */
export async function testSecret(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const secret: unknown = data?.secret;
	return await Promise.resolve(
		typeof secret === 'string' && SECRET_RULE.test(secret)
			? { status: 'OK', message: 'The secret can stand in an address' }
			: {
					status: 'Error',
					message: `'Secret' takes 16 to 200 letters, digits, hyphens and underscores: other characters may change on their way in an address`,
				},
	);
}
