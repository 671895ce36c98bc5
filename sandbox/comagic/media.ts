/** Recordings (§B.8): a short silent file for every recording the account has. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { World } from './world';

const WAV_HEADER = 44;
const RATE = 8000;

/** A tenth of a second of silence: mono, 16 bits, 8 kHz. */
export function wav(): Buffer {
	const size = RATE / 5;
	const file = Buffer.alloc(WAV_HEADER + size);
	file.write('RIFF', 0);
	file.writeUInt32LE(36 + size, 4);
	file.write('WAVEfmt ', 8);
	file.writeUInt32LE(16, 16);
	file.writeUInt16LE(1, 20);
	file.writeUInt16LE(1, 22);
	file.writeUInt32LE(RATE, 24);
	file.writeUInt32LE(RATE * 2, 28);
	file.writeUInt16LE(2, 32);
	file.writeUInt16LE(16, 34);
	file.write('data', 36);
	file.writeUInt32LE(size, 40);
	return file;
}

/** Four frames of silence: MPEG 1 layer III, 32 kbit/s, 32 kHz, mono. */
export function mp3(): Buffer {
	const frame = Buffer.alloc(144);
	frame.set([0xff, 0xfb, 0x18, 0xc0]);
	return Buffer.concat([frame, frame, frame, frame]);
}

type MediaRequest = FastifyRequest<{ Params: { communication: string; record: string } }>;

export function addMedia(app: FastifyInstance, world: World): void {
	const serve =
		(type: string, file: () => Buffer) => async (req: MediaRequest, reply: FastifyReply) => {
			const { communication, record } = req.params;
			if (world.switches.mediaNeedsLogin && !/session_key=|access_token=/.test(req.url)) {
				return await reply.code(401).send('Log in first');
			}
			const isKnown = /^\d+$/.test(communication) && /^[0-9a-f]{32}$/.test(record);
			if (!isKnown) return await reply.code(404).send('Not found');
			return await reply.type(type).send(file());
		};
	for (const end of ['', '/']) {
		const at = `:communication/:record${end}`;
		app.get(`/system/media/talk/${at}`, serve('audio/mpeg', mp3));
		app.get(`/system/media/voice_mail/${at}`, serve('audio/mpeg', mp3));
		app.get(`/system/media/wav/${at}`, serve('audio/wav', wav));
		// the vendor has a host of its own for whole recordings
		app.get(`/:communication(^\\d+)/:record${end}`, serve('audio/mpeg', mp3));
	}
}
