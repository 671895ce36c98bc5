import {
	describeValidation,
	fieldNamer,
	validationProblems,
	type ValidationProblem,
} from '../../../../nodes/Kommo/transport/validationProblems';

/** The sample of fact sheet §3.3. */
const body = {
	'validation-errors': [
		{
			request_id: '0',
			errors: [
				{
					code: 'NotSupportedChoice',
					path: 'custom_fields_values.0.field_id',
					detail: 'The value you selected is not a valid choice.',
				},
				{ code: 'InvalidType', path: 'price', detail: 'This value should be of type int.' },
			],
		},
		{ request_id: 'i7', errors: [{ code: 'NotBlank', path: 'name', detail: '' }] },
	],
	title: 'Bad Request',
	type: 'https://httpstatus.es/400',
	status: 400,
	detail: 'Request validation failed',
};

describe('reading validation-errors (fact sheet §3.3)', () => {
	it('gives one problem for each refused value, with its row', () => {
		expect(validationProblems(body)).toEqual([
			{
				requestId: '0',
				index: 0,
				code: 'NotSupportedChoice',
				path: 'custom_fields_values.0.field_id',
				detail: 'The value you selected is not a valid choice.',
			},
			{
				requestId: '0',
				index: 0,
				code: 'InvalidType',
				path: 'price',
				detail: 'This value should be of type int.',
			},
			{ requestId: 'i7', index: null, code: 'NotBlank', path: 'name', detail: '' },
		]);
	});

	it.each([
		['a number', 3, '3', 3],
		['a list, as leads/complex writes it', ['i4'], 'i4', null],
		['nothing', undefined, null, null],
	])('takes a request_id that is %s', (_what, request_id, requestId, index) => {
		const entry = { request_id, errors: [{ code: 'TooLong', path: 'name', detail: 'x' }] };
		expect(validationProblems({ 'validation-errors': [entry] })).toEqual([
			{ requestId, index, code: 'TooLong', path: 'name', detail: 'x' },
		]);
	});

	it('takes an entry that is itself the problem', () => {
		const entry = { request_id: 'i4', code: 'NotBlank', path: 'name', detail: 'x' };
		expect(validationProblems({ 'validation-errors': [entry] })).toEqual([
			{ requestId: 'i4', index: null, code: 'NotBlank', path: 'name', detail: 'x' },
		]);
	});

	it.each([
		['in front of the path', [{ errors: [{ code: 'X', path: '3.price' }] }], 3, 'price'],
		['in brackets', [{ errors: [{ code: 'X', path: '[3].price' }] }], 3, 'price'],
		[
			'as the key of an object, which PHP makes of a list with gaps',
			{ 3: { errors: [{ code: 'X', path: 'tags_to_add.0.id' }] } },
			3,
			'tags_to_add.0.id',
		],
		['nowhere', [{ errors: [{ code: 'X', path: 'price' }] }], null, 'price'],
	])('finds the place of a row without request_id %s', (_where, entries, index, path) => {
		expect(validationProblems({ 'validation-errors': entries })).toEqual([
			{ requestId: null, index, code: 'X', path, detail: '' },
		]);
	});

	it('leaves the path of a row with request_id alone', () => {
		const entry = { request_id: 'i0', errors: [{ code: 'X', path: '3.price' }] };

		expect(validationProblems({ 'validation-errors': [entry] })).toMatchObject([
			{ requestId: 'i0', index: null, path: '3.price' },
		]);
	});

	it.each([
		[null],
		['<html>'],
		[{}],
		[{ 'validation-errors': 'x' }],
		[{ 'validation-errors': [null, { request_id: '0' }, { errors: ['x'] }] }],
	])('finds none in %j', (other) => {
		expect(validationProblems(other)).toEqual([]);
	});
});

const row = {
	request_id: 'i0',
	price: 12.5,
	status_id: 99,
	responsible_user_id: 77,
	pipeline_id: 5,
	custom_fields_values: [
		{ field_id: 3101, values: [{ value: 'Adz' }, { enum_id: 42 }] },
		{ field_code: 'PHONE', values: [{ value: '+1 555', enum_code: 'CAR' }] },
		{ field_id: 4711, values: [{ value: 'x'.repeat(200) }] },
	],
	_embedded: {
		contacts: [
			{ id: 8999, custom_fields_values: [{ field_id: 3101, values: [{ value: 'Bdz' }] }] },
		],
	},
};

const names = new Map<number | string, string>([
	[3101, 'Source'],
	['PHONE', 'Phone'],
]);
const nameOf = fieldNamer((key) => names.get(key) ?? null);
const problemAt = (path: string, code: string, detail = ''): ValidationProblem => ({
	requestId: 'i0',
	index: null,
	code,
	path,
	detail,
});

describe('explaining a refused value', () => {
	it.each([
		[
			'custom_fields_values.0.field_id',
			'NotSupportedChoice',
			'The value you selected is not a valid choice.',
			"'Source': '3101' is not a field of this entity type in this account",
		],
		[
			'custom_fields_values.0.values.0.value',
			'NotSupportedChoice',
			'',
			"'Source': 'Adz' is not one of the options; the text has to match exactly, else choose the option by its id",
		],
		[
			'custom_fields_values.0.values.1.enum_id',
			'NotSupportedChoice',
			'',
			"'Source': '42' is not one of the options; the text has to match exactly, else choose the option by its id",
		],
		[
			'custom_fields_values.1.values.0.enum_code',
			'NotSupportedChoice',
			'',
			"'Phone': 'CAR' is not one of the options; the text has to match exactly, else choose the option by its id",
		],
		[
			'_embedded.contacts.0.custom_fields_values.0.values.0.value',
			'NotSupportedChoice',
			'',
			"'Source': 'Bdz' is not one of the options; the text has to match exactly, else choose the option by its id",
		],
		[
			'custom_fields_values.2.values.0.value',
			'TooLong',
			'This value is too long.',
			"'custom field 4711' is too long (This value is too long.)",
		],
		['status_id', 'NotSupportedChoice', '', "'Stage': '99' is not a stage of the chosen pipeline"],
		[
			'responsible_user_id',
			'NotSupportedChoice',
			'',
			"'Responsible User': '77' is not an active user of this account",
		],
		['pipeline_id', 'NotSupportedChoice', '', "'Pipeline': '5' does not exist in this account"],
		[
			'price',
			'InvalidType',
			'This value should be of type int.',
			"'Price': a whole number is expected",
		],
		['name', 'InvalidType', 'This value should be of type string.', "'Name': text is expected"],
		['tags', 'InvalidType', 'This value should be of type array.', "'tags': a list is expected"],
		['price', 'InvalidType', 'Значение неверно.', "'Price': Значение неверно."],
		['price', 'InvalidType', '', "'Price': a value of another type is expected"],
		[
			'_embedded.tags.0.color',
			'FieldNotExpected',
			'This field was not expected.',
			"'_embedded.tags.0.color' cannot be written here: leave it out",
		],
		['text', 'FieldMissing', 'x', "'Text' is missing"],
		['complete_till', 'NotBlank', 'x', "'Due Date' must not be empty"],
		['name', 'TooLong', '', "'Name' is too long"],
		[
			'_embedded.contacts.0.id',
			'NotSupportedChoice',
			'',
			"'Contact IDs': '8999' does not exist in this account",
		],
		[
			'_embedded.companies.0.id',
			'NotSupportedChoice',
			'',
			"'Company ID': the value does not exist in this account",
		],
		['name', 'SomethingNew', 'Not today.', "'Name': Not today. (SomethingNew)"],
		['name', '', '', "'Name': not accepted"],
		['', 'SomethingNew', 'Not today.', "'The row': Not today. (SomethingNew)"],
	])('%s %s', (path, code, detail, expected) => {
		expect(describeValidation(problemAt(path, code, detail), nameOf, row)).toBe(expected);
	});

	it('does without the row that was sent', () => {
		const text = describeValidation(
			problemAt('custom_fields_values.0.values.0.value', 'NotSupportedChoice'),
			nameOf,
		);
		expect(text).toMatch(/^'custom_fields_values\.0\.values\.0\.value': the value is not one of/);
	});

	it('asks the given names first', () => {
		const text = describeValidation(problemAt('price', 'NotBlank'), () => 'Budget', row);
		expect(text).toBe("'Budget' must not be empty");
	});
});
