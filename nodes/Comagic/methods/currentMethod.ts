import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { findMethod } from '../catalogue/catalogue';
import type { Method } from '../catalogue/method';
import { methodName } from '../fields/chosenMethod';
import { methodOf } from '../resources/dataApi';

/** The method of the Data API that the open form is about; null while none is chosen. */
export function currentMethod(context: ILoadOptionsFunctions): Method | null {
	const resource = context.getCurrentNodeParameter('resource');
	const operation = context.getCurrentNodeParameter('operation');
	const name =
		resource === 'method'
			? methodName(context.getCurrentNodeParameter('method'))
			: methodOf(resource, operation);
	return name === null ? null : findMethod(name);
}
