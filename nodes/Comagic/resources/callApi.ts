import type { ComagicResource } from '../fields/comagicField';

/** Resources of the Call API v4.0. */
export const callResources: ComagicResource[] = [];
