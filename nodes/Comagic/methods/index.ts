import { comagicApiTest } from './credentialTest';
import { dataListSearch, dataLoadOptions, dataResourceMapping } from './dataMethods';
import { listSearch } from './listSearch';
import { loadOptions } from './loadOptions';

/** What n8n calls for the form and the credential. */
export const methods = {
	credentialTest: { comagicApiTest },
	listSearch: { ...listSearch, ...dataListSearch },
	loadOptions: { ...loadOptions, ...dataLoadOptions },
	resourceMapping: { ...dataResourceMapping },
};
