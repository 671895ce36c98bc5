import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ComagicStore } from '../../../../sandbox/comagic';

export interface WriteCase {
	resource: string;
	operation: string;
	method: string;
	parameters: INodeParameters;
	params: IDataObject;
	/** Found in the item. */
	item?: IDataObject;
	access?: 'agencyToken';
	/** What has to be there. */
	setup?: (store: ComagicStore) => void;
}

export const pick = (value: string | number): INodeParameters => ({
	__rl: true,
	mode: 'id',
	value,
});
