import type { Route } from '../call';
import {
	planCompanyUpdate,
	planContactUpdate,
	planNewCompany,
	planNewContact,
} from '../entities/contactWrite';
import { companyToWire, contactToWire } from '../entities/read';
import { entityChange } from '../webhooks/entityChanges';
import { entityRoutes } from './entities';

export const contactRoutes: Route[] = [
	...entityRoutes({
		type: 'contacts',
		toWire: contactToWire,
		planCreate: (call, element) => {
			const store = planNewContact(call, element);
			return () => {
				const contact = store();
				call.changes.push(entityChange(call, 'contacts', 'add', contact));
				return contact;
			};
		},
		planUpdate: planContactUpdate,
	}),
	...entityRoutes({
		type: 'companies',
		toWire: companyToWire,
		planCreate: (call, element) => {
			const store = planNewCompany(call, element);
			return () => {
				const company = store();
				call.changes.push(entityChange(call, 'companies', 'add', company));
				return company;
			};
		},
		planUpdate: planCompanyUpdate,
	}),
];
