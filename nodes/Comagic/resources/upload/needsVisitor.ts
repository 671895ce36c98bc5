import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';

/** A phone or an email, and a session, campaign or site (fact sheet §B.8). */
export function needsVisitor(body: IDataObject): void {
	const has = (...names: string[]) => names.some((name) => (body[name] ?? null) !== null);
	if (!has('phone', 'email')) {
		throw new InvalidValue("'Phone' and 'Email' are both empty", 'Enter one of them.');
	}
	if (!has('visitor_session_id', 'campaign_id', 'site_id')) {
		throw new InvalidValue(
			"'Visitor Session ID', 'Campaign' and 'Site' are all empty",
			"Add one of them under 'Additional Fields'.",
		);
	}
	if (body.campaign_id === -1 && !has('site_id')) {
		throw new InvalidValue(
			"'Campaign' is -1 (no campaign), and 'Site' is empty",
			"Add the site under 'Additional Fields'.",
		);
	}
}
