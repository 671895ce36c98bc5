/** Contacts, employees and their groups (§B.9). */
import { isRecord } from '../../kommo/guards';
import type { ComagicStore, Row } from '../store';
import { textOf } from '../textOf';
import type { DataCall } from './call';
import { employeeName } from './communicationColumns';
import type { EntityKind } from './entityKind';
import { checkReference, given, idsIn, idsOf, without } from './references';

const fullName = ({ last_name, first_name, patronymic }: Row): string =>
	[last_name, first_name, patronymic].map(textOf).filter(Boolean).join(' ');

/** Groups of a record whose ids are in `group_ids`. */
const groupsOf = (store: ComagicStore, row: Row, collection: 'contactGroups' | 'employeeGroups') =>
	idsOf(row.group_ids).flatMap((group_id) => {
		const group = store.get(collection, group_id);
		return group ? [{ group_id, group_name: group.name }] : [];
	});

/** Members of a group become exactly those named. */
function setMembers(
	{ store }: DataCall,
	group: Row,
	members: { collection: 'contacts' | 'employees'; list: unknown; key: string },
): void {
	const { collection, list, key } = members;
	if (list === undefined || typeof group.id !== 'number') return;
	const ids = idsIn(store, collection, list, 'members', key);
	for (const person of store.all(collection)) {
		const others = idsOf(person.group_ids).filter((id) => id !== group.id);
		person.group_ids = ids.includes(Number(person.id)) ? [...others, group.id] : others;
	}
}

const membersOf = (store: ComagicStore, collection: 'contacts' | 'employees', group: Row): Row[] =>
	store.all(collection).filter((row) => idsOf(row.group_ids).includes(Number(group.id)));

const organizations: EntityKind = {
	collection: 'organizations',
	list: 'get.contact_organizations',
	create: 'create.contact_organizations',
	update: 'update.contact_organizations',
	remove: 'delete.contact_organizations',
	unique: ['name'],
};

const contacts: EntityKind = {
	collection: 'contacts',
	list: 'get.contacts',
	create: 'create.contacts',
	update: 'update.contacts',
	defaults: () => ({ first_name: null, patronymic: null, emails: [], group_ids: [] }),
	columns: (params, { store }) => {
		checkReference(store, 'employees', params.personal_manager_id, 'personal_manager_id');
		checkReference(store, 'organizations', params.organization_id, 'organization_id');
		return {
			...without(params, 'groups'),
			...given(params, 'groups', () => ({
				group_ids: idsIn(store, 'contactGroups', params.groups, 'groups', 'group_id'),
			})),
		};
	},
	shown: (row, store) => ({
		full_name: fullName(row),
		groups: groupsOf(store, row, 'contactGroups'),
		personal_manager_full_name: employeeName(store, Number(row.personal_manager_id)),
		organization_name: store.get('organizations', row.organization_id)?.name ?? null,
	}),
};

const contactGroups: EntityKind = {
	collection: 'contactGroups',
	list: 'get.group_contacts',
	create: 'create.group_contacts',
	update: 'update.group_contacts',
	remove: 'delete.group_contacts',
	unique: ['name'],
	isSystem: ({ is_system }) => is_system === true,
	defaults: () => ({ is_system: false }),
	columns: (params, { store }) => {
		idsIn(store, 'contacts', params.members, 'members', 'contacts_id');
		return without(params, 'members');
	},
	spread: (row, { members }, call) =>
		setMembers(call, row, { collection: 'contacts', list: members, key: 'contacts_id' }),
	shown: (row, store) => ({
		members: membersOf(store, 'contacts', row).map((contact) => ({
			contacts_id: contact.id,
			contact_full_name: fullName(contact),
		})),
	}),
};

const employees: EntityKind = {
	collection: 'employees',
	list: 'get.employees',
	create: 'create.employees',
	update: 'update.employees',
	remove: 'delete.employees',
	defaults: () => ({
		first_name: null,
		patronymic: null,
		login: null,
		email: null,
		status: 'available',
		status_id: 1,
		calls_available: true,
		call_recording: 'all',
		group_ids: [],
		phone_numbers: [],
		coach: {},
		extension: {},
		operator: {},
	}),
	columns: (params, call) => {
		const { store } = call;
		checkReference(store, 'schedules', params.schedule_id, 'schedule_id');
		return {
			...without(params, 'groups', 'phone_numbers', 'operator'),
			...given(params, 'groups', () => ({
				group_ids: idsIn(store, 'employeeGroups', params.groups, 'groups', 'group_id'),
			})),
			...given(params, 'phone_numbers', () => ({ phone_numbers: phonesOf(params, store) })),
			...given(params, 'operator', () => ({ operator: operatorOf(params.operator) })),
		};
	},
	shown: (row, store) => ({
		full_name: fullName(row),
		groups: groupsOf(store, row, 'employeeGroups'),
		schedule_name: store.get('schedules', row.schedule_id)?.name ?? null,
	}),
};

/** The list of phones is replaced as a whole. */
function phonesOf({ phone_numbers }: Record<string, unknown>, store: ComagicStore): unknown[] {
	const entries: unknown[] = Array.isArray(phone_numbers) ? phone_numbers : [];
	return entries.filter(isRecord).map((phone) => ({
		phone_id: store.next('phone', 9000),
		channels_count: 1,
		dial_time: 60,
		status: 'active',
		...phone,
	}));
}

/** Passwords are not given back. */
const operatorOf = (operator: unknown): unknown =>
	isRecord(operator) ? without(operator, 'operator_password') : {};

const employeeGroups: EntityKind = {
	collection: 'employeeGroups',
	list: 'get.group_employees',
	create: 'create.group_employees',
	update: 'update.group_employees',
	remove: 'delete.group_employees',
	unique: ['name'],
	defaults: () => ({ group_phone_number: null, queue_enabled: false, channels_count: 1 }),
	columns: (params, { store }) => {
		idsIn(store, 'employees', params.members, 'members', 'employee_id');
		return without(params, 'members');
	},
	spread: (row, { members }, call) =>
		setMembers(call, row, { collection: 'employees', list: members, key: 'employee_id' }),
	shown: (row, store) => {
		const members = membersOf(store, 'employees', row);
		const phones = members.flatMap((employee) => groupPhones(row, employee));
		return {
			members: members.map((employee) => ({
				employee_id: employee.id,
				employee_full_name: fullName(employee),
			})),
			phone_number: phones,
			phone_numbers: phones,
		};
	},
};

/** Phones of a member, with whether the group uses them. */
export function groupPhones(group: Row, employee: Row): Array<Record<string, unknown>> {
	const off = idsOf(group.unavailable_phones);
	const phones: unknown[] = Array.isArray(employee.phone_numbers) ? employee.phone_numbers : [];
	return phones.filter(isRecord).map(({ phone_id, phone_number }) => ({
		employee_phone_number: phone_number,
		employee_phone_number_id: phone_id,
		employee_full_name: fullName(employee),
		employee_id: employee.id,
		available: !off.includes(Number(phone_id)),
	}));
}

const positions: EntityKind = {
	collection: 'employeePositions',
	list: 'get.employee_positions',
	create: 'create.employee_positions',
	update: 'update.employee_positions',
	remove: 'delete.employee_positions',
	unique: ['name'],
};

const statuses: EntityKind = { collection: 'statuses', list: 'get.statuses' };

export const peopleKinds: readonly EntityKind[] = [
	organizations,
	contacts,
	contactGroups,
	employees,
	employeeGroups,
	positions,
	statuses,
];

export { fullName, membersOf };
