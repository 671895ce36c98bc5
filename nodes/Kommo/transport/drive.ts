import { ApiFailure, type WireAnswer, type WireRequest } from '../../shared/wire';
import { driveHostAllowed, type KommoHost } from './host';
import type { KommoRequest, KommoSender } from './send';
import type { KommoSession } from './session';

/** The account's files service: a host of its own, with a limiter of its own (fact sheet §4.27). */
export class Drive {
	private constructor(
		/** `drive_url` of the account: the token goes nowhere else. */
		private readonly url: string,
		private readonly account: KommoHost,
		private readonly sender: KommoSender,
	) {}

	/** Asks the account where its files service is; throws ApiFailure when the token may not go there. */
	static async open(session: KommoSession, sender: KommoSender): Promise<Drive> {
		const { drive_url: url = '' } = await session.lookups.account();
		if (url === '') throw noDrive(session.host);
		if (!driveHostAllowed(url, url, session.host)) throw leaves(url, session.host, ACCOUNT);
		const { origin, hostname } = new URL(url);
		const host: KommoHost = { ...session.host, origin, hostname, basePath: '' };
		return new Drive(url, session.host, sender.toHost(host));
	}

	/** The request path of an endpoint, e.g. `/v1.0/sessions`. */
	at(endpoint: string): string {
		return `${new URL(this.url).pathname.replace(/\/+$/, '')}${endpoint}`;
	}

	/**
	 * The request path of an address that an answer of the service named.
	 * @throws ApiFailure when it leaves the service, because the token would go along
	 */
	follow(link: string, answered: WireRequest): string {
		if (!driveHostAllowed(link, this.url, this.account)) throw leaves(link, this.account, answered);
		const { pathname, search } = new URL(link);
		return `${pathname}${search}`;
	}

	async send(request: KommoRequest): Promise<WireAnswer> {
		return await this.sender.send(request);
	}
}

const ACCOUNT: WireRequest = { method: 'GET', path: '/api/v4/account' };

function noDrive(host: KommoHost): ApiFailure {
	return new ApiFailure({
		message: `The account '${host.hostname}' names no files service`,
		description:
			'Files are stored there. Check that the plan of the account has files, and that a proxy in between passes the answer on unchanged.',
		status: null,
		request: ACCOUNT,
		stopsRun: true,
	});
}

function leaves(link: string, account: KommoHost, request: WireRequest): ApiFailure {
	const target = URL.canParse(link) ? new URL(link).host : 'an address that cannot be read';
	return new ApiFailure({
		message: 'The address to upload the file to leads to another host and was not used',
		description: `It points to ${target}. The access token is only ever sent to the account '${account.hostname}' and, over https, to the files service that the account names. If a proxy stands in between, it has to keep the addresses of the answers.`,
		status: null,
		request,
		stopsRun: true,
	});
}
