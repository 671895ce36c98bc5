/** Uploading what happened elsewhere (§B.8). */
import { RpcError } from '../rpc/errors';
import type { DataCall, Handlers } from './call';
import { checkReference } from './references';
import { sample } from './sample';
import { uploadCalls } from './uploadCalls';
import { entriesOf, pastTime, type Entry } from './uploadEntry';
import { uploadChats, uploadMessages } from './uploadMessages';

function uploadSessions(call: DataCall) {
	const rows = entriesOf(call, 'sessions').map((entry) => {
		checkReference(call.store, 'sites', entry.site_id, 'sessions.site_id');
		pastTime(call, entry.date_time, 'sessions.date_time');
		return { ext_id: entry.ext_id, session_id: call.store.next('session', 790_000_000) };
	});
	return { rows, total: undefined };
}

function uploadCosts(call: DataCall): Entry {
	for (const entry of entriesOf(call, 'costs')) {
		checkReference(call.store, 'sites', entry.site_id, 'costs.site_id');
		checkReference(call.store, 'campaigns', entry.campaign_id, 'costs.campaign_id');
		const campaign = call.store.get('campaigns', entry.campaign_id);
		if (campaign) campaign.costs = Number(campaign.costs) + Number(entry.cost);
	}
	return { success: 'true' };
}

/** Only what was uploaded can be deleted (§B.7). */
const deleteUploaded =
	(list: 'chats' | 'offlineMessages') =>
	({ store, params }: DataCall): Entry => {
		const rows = store[list];
		const place = rows.findIndex(({ id }) => id === params.id);
		if (place < 0) throw new RpcError('entity_not_found', { field: 'id', value: params.id });
		rows.splice(place, 1);
		return { success: 'true' };
	};

export const uploadHandlers: Handlers = {
	...uploadCalls,
	'upload.chats': uploadChats,
	'upload.offline_messages': uploadMessages,
	'upload.sessions': uploadSessions,
	'upload.campaign_costs': uploadCosts,
	'upload.stats': (call) => {
		entriesOf(call, 'stats');
		return sample(call);
	},
	'delete.chats': deleteUploaded('chats'),
	'delete.offline_messages': deleteUploaded('offlineMessages'),
};
