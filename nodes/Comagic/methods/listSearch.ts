import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import type { QueryValue } from '../../shared/wire';
import { withSession } from './formSession';
import { choices, LISTS, type ListKind } from './lists';

export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Entries shown at once; the editor asks for more while the user scrolls. */
const PAGE = 100;

/** A searchable list of one kind of record. */
export function listed(kind: ListKind): Search {
	return async function (this: ILoadOptionsFunctions, filter = '', paginationToken = '0') {
		const legacyQuery = legacyQueryOf(this, kind);
		const found = await withSession(
			this,
			async (session) => await choices(session, kind, filter, legacyQuery),
		);
		const start = Number(paginationToken);
		const more = found.length > start + PAGE;
		return {
			results: found.slice(start, start + PAGE),
			...(more ? { paginationToken: String(start + PAGE) } : {}),
		};
	};
}

/**
 * The Session API's own lists serve its operations: the credential may be let in nowhere else.
 * @returns null for the Data API
 */
function legacyQueryOf(
	context: ILoadOptionsFunctions,
	kind: ListKind,
): Record<string, QueryValue> | null {
	if (context.getCurrentNodeParameter('resource') !== 'legacy') return null;
	if (kind === LISTS.Customers) return {};
	const customer = chosen(context, 'customerId') ?? chosen(context, 'additionalFields.customerId');
	const site = kind === LISTS.Campaigns ? chosen(context, 'siteId') : null;
	return {
		...(customer === null ? {} : { customer_id: customer }),
		...(site === null ? {} : { site_id: site }),
	};
}

/** The value of a locator of the form, null when it is empty or an expression. */
function chosen(context: ILoadOptionsFunctions, name: string): string | null {
	const found: unknown = context.getCurrentNodeParameter(name);
	const value = shown(isLocator(found) ? found.value : found).trim();
	return value === '' || value.startsWith('=') ? null : value;
}

export const searchSites = listed(LISTS.Sites);
export const searchCampaigns = listed(LISTS.Campaigns);
export const searchTags = listed(LISTS.Tags);
export const searchEmployees = listed(LISTS.Employees);
export const searchVirtualNumbers = listed(LISTS.VirtualNumbers);
export const searchScenarios = listed(LISTS.Scenarios);
export const searchCustomers = listed(LISTS.Customers);
export const searchMediaFiles = listed(LISTS.MediaFiles);
export const searchGroups = listed(LISTS.Groups);
export const searchContacts = listed(LISTS.Contacts);
export const searchCustomerUsers = listed(LISTS.CustomerUsers);

/** Searchable lists of the form's locators. */
export const listSearch: Record<string, Search> = {
	searchSites,
	searchCampaigns,
	searchTags,
	searchEmployees,
	searchVirtualNumbers,
	searchScenarios,
	searchCustomers,
	searchMediaFiles,
	searchGroups,
	searchContacts,
	searchCustomerUsers,
};
