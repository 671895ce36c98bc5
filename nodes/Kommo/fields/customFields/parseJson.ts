import { InvalidValue } from '../../../shared/invalidValue';

/**
 * Text that begins like a JSON object or array, parsed; every other value as it is.
 * @throws InvalidValue when such a text does not parse
 */
export function parseJson(value: unknown, fieldLabel: string): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		const parsed: unknown = JSON.parse(value);
		return parsed;
	} catch {
		throw new InvalidValue(
			`'${fieldLabel}' holds text that is not valid JSON`,
			'Check quotes, commas and brackets: names and texts need double quotes.',
		);
	}
}
