import type { KommoResource } from '../../fields/kommoField';
import { getAll } from './getAll';

export const stage: KommoResource = { name: 'Stage', value: 'stage', operations: [getAll] };
