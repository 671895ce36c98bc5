import type { ComagicResource } from '../fields/comagicField';
import { legacy } from './legacy';

/** Resources of the Session API (legacy REST v1). */
export const legacyResources: ComagicResource[] = [legacy];
