import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import { callField } from '../../fields/callInputs';
import { manageOperation } from '../../fields/callOperations';

export const useTalkOption = manageOperation({
	name: 'Use Talk Option',
	value: 'useTalkOption',
	action: 'Use talk option',
	description: 'Do what a button of the talk options stands for',
	method: 'call.talk_option',
	fields: [
		callField(
			'Button',
			'button',
			'button',
			(value) => {
				if (typeof value !== 'object') return shown(value).trim();
				throw new InvalidValue("'Button' is not a text", 'Pick one value in the expression.');
			},
			{
				required: true,
				placeholder: 'e.g. 3',
				description: "Button of one of the options that 'List Talk Options' gives",
			},
		),
	],
});
