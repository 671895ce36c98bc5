/** The board page at / and its own routes: not part of the API, not logged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AccountRuntime } from '../account';
import { announceLeadUpdate } from '../entities/leadWrite';
import { liveEntity } from '../entities/kinds';
import { isInt, isRecord } from '../guards';
import { userCall } from '../userCall';
import type { World } from '../world';
import { boardData } from './data';

const files = [
	{ url: '/', name: 'index.html', type: 'text/html; charset=utf-8' },
	{ url: '/_board/board.css', name: 'board.css', type: 'text/css; charset=utf-8' },
	{ url: '/_board/board.js', name: 'board.js', type: 'text/javascript; charset=utf-8' },
];

export function addBoard(app: FastifyInstance, world: World, account: AccountRuntime): void {
	for (const { url, name, type } of files) {
		app.get(url, (_req, reply) => reply.type(type).send(readFileSync(join(__dirname, name))));
	}
	// browsers ask for it on their own: no API request, so not for the log
	app.get('/favicon.ico', (_req, reply) => reply.code(204).send());
	app.get('/_board/data', () => ({
		...boardData(account),
		accounts: Object.values(world.accounts).map((a) => ({
			name: a.name,
			title: a.profile.info.name,
			url: a.url,
		})),
	}));
	app.post<{ Params: { id: string } }>('/_board/leads/:id/move', (req, reply) => {
		const moved = moveLead(world, account, Number(req.params.id), parse(req.body));
		return moved ? { ok: true } : reply.code(400).send({ detail: 'No such lead, stage or user' });
	});
}

function parse(body: unknown): unknown {
	try {
		return typeof body === 'string' ? JSON.parse(body) : undefined;
	} catch {
		return undefined;
	}
}

/** Moves a lead as a user would by hand: updated_by is that user, and webhooks are sent. */
function moveLead(world: World, account: AccountRuntime, id: number, body: unknown): boolean {
	if (!isRecord(body)) return false;
	const { pipeline_id, status_id, user_id } = body;
	const { store } = account;
	const lead = store.leads.get(id);
	const user = [...store.users.values()].find(
		(u) => u.is_active && (!isInt(user_id) || u.id === user_id),
	);
	const pipeline = isInt(pipeline_id) ? store.pipelines.get(pipeline_id) : undefined;
	const status = pipeline?.statuses.find((s) => s.id === status_id);
	if (!lead || !liveEntity(store, 'leads', id) || !user || !pipeline || !status) return false;
	if (lead.pipeline_id === pipeline.id && lead.status_id === status.id) return true;
	const call = userCall(world, account, user);
	const before = { ...lead };
	lead.pipeline_id = pipeline.id;
	lead.status_id = status.id;
	lead.updated_by = user.id;
	lead.updated_at = call.now;
	const isClosed = status.id === 142 || status.id === 143;
	lead.closed_at = isClosed ? (lead.closed_at ?? call.now) : null;
	if (status.id !== 143) lead.loss_reason_id = null;
	announceLeadUpdate(call, before, lead, false);
	world.sender.notify(account, call.changes);
	return true;
}
