import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';

/** Tags go on a communication that is named by its own or by an external ID (fact sheet §B.8). */
export function needsCommunication(body: IDataObject): void {
	if (body.communication_id !== undefined || body.communication_ext_id !== undefined) return;
	throw new InvalidValue(
		"'Communication ID' and 'Communication External ID' are both empty",
		'Enter one of them; reports give the former as communication_id.',
	);
}
