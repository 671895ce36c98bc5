import type { IBinaryData, IBinaryKeyData, IDataObject } from 'n8n-workflow';

import { runPool } from '../../shared/pool';
import { attachFiles } from '../../shared/recordFiles';
import { shown } from '../../shared/shown';

/** Files fetched side by side; they cost no points. */
const AT_ONCE = 3;

/** Properties with ids of recordings, and the part of the address for each (fact sheet §B.8). */
const KINDS = [
	{ property: 'call_records', part: 'talk', file: 'recording', type: 'mp3' },
	{ property: 'wav_call_records', part: 'wav', file: 'wav_recording', type: 'wav' },
	{ property: 'voice_mail_records', part: 'voice_mail', file: 'voice_mail', type: 'mp3' },
] as const;

/** Columns with ids of recordings. */
export const RECORDS_IN: readonly string[] = KINDS.map(({ property }) => property);
/** Columns that name the talk they belong to; the first that a report has counts. */
export const TALK_IN = ['communication_id', 'call_session_id'] as const;

/** What the run has to reach recordings with. */
export interface Recordings {
	/** Origins of the brand, e.g. `https://app.uiscom.ru`. */
	origins: { app: string; media: string };
	/** Adds the recordings of the rows as files. */
	attach: (rows: IDataObject[]) => Promise<void>;
}

interface Link {
	url: string;
	/** Name of the binary field. */
	name: string;
	fileName: string;
}

/** Every recording of a row as an absolute link, by kind. */
function linksOf(row: IDataObject, app: string): Array<{ property: string; links: Link[] }> {
	const [talk = ''] = TALK_IN.map((name) => shown(row[name])).filter((one) => one !== '');
	if (talk === '') return [];
	return KINDS.map(({ property, part, file, type }) => {
		const value = row[property];
		const records = Array.isArray(value) ? value.map(shown).filter((one) => one !== '') : [];
		const links = records.map((record, index) => ({
			url: `${app}/system/media/${part}/${encodeURIComponent(talk)}/${encodeURIComponent(record)}/`,
			name: `${file}_${index + 1}`,
			fileName: `${talk}-${file}-${index + 1}.${type}`,
		}));
		return { property, links };
	});
}

/** `call_records` gets `call_records_links` beside it; a relative full link becomes absolute. */
export function addLinks(row: IDataObject, { origins }: Recordings): void {
	for (const { property, links } of linksOf(row, origins.app)) {
		if (row[property] !== undefined) row[`${property}_links`] = links.map(({ url }) => url);
	}
	const full = row.full_record_file_link;
	if (typeof full === 'string' && full.startsWith('/')) {
		row.full_record_file_link = `${full.startsWith('//') ? 'https:' : origins.media}${full}`;
	}
}

/** Gives the file, or why it is not there, in the user's words. */
type Download = (url: string, fileName: string) => Promise<IBinaryData | string>;

/** Fetches the recordings of all rows; one that cannot be had is told on its own row. */
export async function attachRecordings(
	rows: IDataObject[],
	app: string,
	download: Download,
): Promise<void> {
	const tasks = rows.map((row) => async () => {
		const found: IBinaryKeyData = {};
		const refused: string[] = [];
		for (const link of linksOf(row, app).flatMap(({ links }) => links)) {
			const file = await download(link.url, link.fileName);
			if (typeof file === 'string') refused.push(`${link.url}: ${file}`);
			else found[link.name] = file;
		}
		if (Object.keys(found).length > 0) attachFiles(row, found);
		if (refused.length > 0) row.recordings_not_loaded = refused;
	});
	await runPool(
		tasks,
		() => AT_ONCE,
		() => false,
	);
}
