import type { ComagicResource } from '../fields/comagicField';
import { account } from './account';
import { campaign } from './campaign';
import { contact } from './contact';
import { contactGroup } from './contactGroup';
import { customer } from './customer';
import { employee } from './employee';
import { employeeGroup } from './employeeGroup';
import { mediaFile } from './mediaFile';
import { method } from './method';
import { report } from './report';
import { scenario } from './scenario';
import { schedule } from './schedule';
import { site } from './site';
import { tag } from './tag';
import { upload } from './upload';
import { user } from './user';
import { virtualNumber } from './virtualNumber';

/** Resources of the Data API v2.0. */
export const dataResources: ComagicResource[] = [
	account,
	campaign,
	contact,
	contactGroup,
	customer,
	employee,
	employeeGroup,
	mediaFile,
	method,
	report,
	scenario,
	schedule,
	site,
	tag,
	upload,
	user,
	virtualNumber,
];

/** The method that an operation of the form calls, e.g. `get.tags`; null where the user names it. */
export function methodOf(resource: unknown, operation: unknown): string | null {
	const url = dataResources
		.find(({ value }) => value === resource)
		?.operations.find(({ option }) => option.value === operation)?.option.routing.request.url;
	const [, name] = /^data\/([a-z_]+\.[a-z_]+)/.exec(url ?? '') ?? [];
	return name ?? null;
}
