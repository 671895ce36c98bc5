import { InvalidValue } from '../../shared/invalidValue';
import { recordsAt, type WireRequest } from '../../shared/wire';
import { ComagicFailure } from './apiFailure';
import type { ApiName } from './brands';
import { proofOf } from './credentials';
import { LegacyAccess } from './legacyAccess';
import { RpcAccess, type AccessSettings } from './rpcAccess';

const read = (path: string, query: WireRequest['query'] = {}): WireRequest => ({
	method: 'GET',
	path,
	query,
});

/** A log-in proves itself; a token is shown to a method that changes nothing. */
async function testData(settings: AccessSettings): Promise<void> {
	const { userId, credentials } = settings;
	const access = new RpcAccess('data', settings);
	const never = new AbortController().signal;
	try {
		await acceptingRights(async () => {
			await access.send('get.account', read('data/get.account'), never);
		});
		if (userId === null) return;
		const filter = { field: 'id', operator: '=', value: userId };
		const users = await access.send(
			'get.customer_users',
			read('data/get.customer_users', { $params: JSON.stringify({ filter }), limit: 1 }),
			never,
		);
		if (recordsAt(users, 'data').length > 0) return;
	} finally {
		await access.close();
	}
	throw new InvalidValue(
		`No user of a customer has the ID ${userId}`,
		`'User ID' is the ID of a customer's user, not of the customer. ${proofOf(credentials).kind === 'login' ? 'The login' : 'The token'} has to be an agent's; clear the field for an account of your own.`,
	);
}

/** A token that lacks a right or a component was accepted all the same. */
async function acceptingRights(ask: () => Promise<void>): Promise<void> {
	try {
		await ask();
	} catch (error) {
		if (!(error instanceof ComagicFailure) || !RIGHTS.has(error.mnemonic ?? '')) throw error;
	}
}

const RIGHTS = new Set(['forbidden', 'method_component_disabled']);

async function testCall(settings: AccessSettings): Promise<void> {
	const access = new RpcAccess('call', settings);
	try {
		const never = new AbortController().signal;
		await access.send('list.calls', read('call/list.calls'), never);
	} finally {
		await access.close();
	}
}

async function testSession(settings: AccessSettings): Promise<void> {
	const access = new LegacyAccess(settings);
	try {
		await access.logInOnly();
	} finally {
		await access.close();
	}
}

/** Shows a credential to an API and changes nothing; throws what the API refuses it with. */
export const PROBES: Record<ApiName, (settings: AccessSettings) => Promise<void>> = {
	data: testData,
	call: testCall,
	session: testSession,
};
