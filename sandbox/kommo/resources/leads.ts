import type { Call, Route } from '../call';
import { linkNewLead, planLeadUpdate, planNewLead, readLeadLinks } from '../entities/leadWrite';
import { leadToWire } from '../entities/read';
import { leadTests } from '../entities/select';
import type { Element } from '../entities/write';
import type { StoredLead } from '../model';
import { entityChange } from '../webhooks/entityChanges';
import { entityRoutes } from './entities';

function planCreate(call: Call, element: Element): () => StoredLead {
	const store = planNewLead(call, element);
	const links = readLeadLinks(call, element);
	return () => {
		const lead = store();
		linkNewLead(call, lead, links);
		call.changes.push(entityChange(call, 'leads', 'add', lead));
		return lead;
	};
}

export const leadRoutes: Route[] = entityRoutes({
	type: 'leads',
	toWire: leadToWire,
	planCreate,
	planUpdate: planLeadUpdate,
	ownTests: leadTests,
});
