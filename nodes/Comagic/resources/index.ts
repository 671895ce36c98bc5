import type { ComagicResource } from '../fields/comagicField';
import { callResources } from './callApi';
import { dataResources } from './dataApi';
import { legacyResources } from './sessionApi';

/** All resources of the node, in the order of the form. */
export const resources: ComagicResource[] = [
	...legacyResources,
	...dataResources,
	...callResources,
].sort((a, b) => a.name.localeCompare(b.name));
