/** Words that are not written like others. */
const SPECIAL: Record<string, string> = {
	ac: 'AC',
	ad: 'Ad',
	api: 'API',
	bcc: 'BCC',
	cc: 'CC',
	ct: 'CT',
	ext: 'External',
	ga: 'GA',
	html: 'HTML',
	id: 'ID',
	ids: 'IDs',
	ip: 'IP',
	mp3: 'MP3',
	os: 'OS',
	sip: 'SIP',
	ua: 'UA',
	uri: 'URI',
	url: 'URL',
	utm: 'UTM',
	va: 'VA',
	wav: 'WAV',
	ym: 'YM',
};

/** `ext_id` → `External ID`: how the form calls a property of the API. */
export function labelOf(name: string): string {
	return name
		.split('_')
		.filter((word) => word !== '')
		.map((word) => SPECIAL[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

/** `ext_id` → `extId`: the form's own name of a property. */
export const camelCase = (name: string): string =>
	name.replace(/[_.]+(\w)/g, (_whole, letter: string) => letter.toUpperCase());
