import type {
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { methodColumns } from './methodColumns';
import { searchMethods } from './searchMethods';
import { fieldOptions, filterOptions, sortOptions } from './fieldOptions';
import { listed, type Search } from './listSearch';
import type { ListKind } from './lists';
import { options } from './loadOptions';

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
type Mapping = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** Further kinds of records that the Data API's forms let people choose (fact sheet §B.9). */
const KINDS: Record<string, ListKind> = {
	AvailableNumbers: {
		method: 'get.available_virtual_numbers',
		fields: ['phone_number', 'category', 'location_name'],
		label: ({ phone_number: number, location_name: place }) =>
			[number, place].map(shown).filter(Boolean).join(' · '),
		value: ({ phone_number: number }) => shown(number),
	},
	ContactGroups: named('get.group_contacts'),
	Organizations: named('get.contact_organizations'),
	Schedules: named('get.schedules'),
	SiteBlocks: {
		method: 'get.site_blocks',
		fields: ['name', 'id', 'site_domain_name'],
		label: ({ name, site_domain_name: site }) =>
			[name, site].map(shown).filter(Boolean).join(' · '),
	},
	SiteCategories: named('get.site_categories'),
	TariffPlans: named('get.tariff_plans'),
};

function named(method: string): ListKind {
	return { method, fields: ['name', 'id'], label: ({ name }) => shown(name) };
}

const entries = Object.entries(KINDS);

/** Form methods of the Data API's resources beyond those lists that other APIs share. */
export const dataListSearch: Record<string, Search> = {
	...Object.fromEntries(entries.map(([name, kind]) => [`search${name}`, listed(kind)])),
	searchMethods,
};

export const dataLoadOptions: Record<string, Load> = {
	...Object.fromEntries(entries.map(([name, kind]) => [`get${name}`, options(kind)])),
	getFieldNames: fieldOptions,
	getSortFields: sortOptions,
	...filterOptions,
};

export const dataResourceMapping: Record<string, Mapping> = { getMethodParameters: methodColumns };
