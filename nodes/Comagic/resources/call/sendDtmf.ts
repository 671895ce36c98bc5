import { callField, keys } from '../../fields/callInputs';
import { manageOperation } from '../../fields/callOperations';

export const sendDtmf = manageOperation({
	name: 'Send DTMF',
	value: 'sendDtmf',
	action: 'Send DTMF to call',
	description: 'Press keys towards the voice menu of the other side',
	method: 'send.dtmf',
	fields: [
		callField(
			'DTMF String',
			'dtmfString',
			'dtmf_string',
			keys('DTMF String', /^[0-9*#]+$/, 'It takes 0-9, * and #.'),
			{ required: true, placeholder: 'e.g. 101#' },
		),
	],
});
