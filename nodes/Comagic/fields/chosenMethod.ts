import { isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';

/** The method a locator of 'API Method' names; empty when there is none. */
export const methodName = (value: unknown): string =>
	shown(isLocator(value) ? value.value : value).trim();
