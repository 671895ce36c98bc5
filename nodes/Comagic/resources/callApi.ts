import type { ComagicResource } from '../fields/comagicField';
import { call } from './call';

/** Resources of the Call API v4.0. */
export const callResources: ComagicResource[] = [call];
