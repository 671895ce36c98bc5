import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';
import { isRecord } from '../../../shared/wire';
import type { KommoRow } from '../../fields/kommoField';
import { documentedSide, toLinkSource } from '../../fields/linkPairs';

/** Puts a link on its documented side, and refuses details that its pair does not have. */
export function checkLink(body: IDataObject, row: KommoRow): void {
	const { from, body: link } = documentedSide(toLinkSource(row.parameter('entityType')), body);
	row.path('entityType', from);
	Object.assign(body, link);
	const metadata = isRecord(body.metadata) ? body.metadata : {};
	if (metadata.is_main !== undefined && body.to_entity_type !== 'contacts') {
		throw new InvalidValue(
			"'Main Contact' does not fit: the link does not lead to a contact",
			'Take it out of the additional fields.',
		);
	}
	const ofElements = metadata.quantity ?? metadata.price_id;
	if (ofElements !== undefined && body.to_entity_type !== 'catalog_elements') {
		throw new InvalidValue(
			"'Quantity' and 'Price Field ID' do not fit: the link does not lead to a list element",
			'Take them out of the additional fields.',
		);
	}
}
