/** Everything under /api/v1/, by verb and name (§A.3, §A.5). */
import { actionEndpoints } from './actions';
import type { LegacyEndpoint } from './call';
import { reportEndpoints } from './reports';
import { settingsEndpoints } from './settings';
import { visitorEndpoints } from './visitors';

const GET: Readonly<Record<string, LegacyEndpoint>> = {
	...settingsEndpoints,
	...reportEndpoints,
	...visitorEndpoints,
};

export function endpointOf(verb: string, name: string): LegacyEndpoint | undefined {
	return verb === 'GET' ? GET[name] : actionEndpoints[name];
}
