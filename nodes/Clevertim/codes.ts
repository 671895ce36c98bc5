/** Fixed lists of the API (fact sheet §5, §6): what the form shows, and what goes on the wire. */
export interface Code {
	name: string;
	value: string;
}

const same = (...values: string[]): Code[] => values.map((value) => ({ name: value, value }));

/** §5: case-sensitive. */
export const PHONE_KINDS: Code[] = same('Fax', 'Home', 'Mobile', 'Pager', 'Work');

/** §5: case-sensitive. */
export const SOCIAL_NETWORKS: Code[] = same(
	'BitBucket',
	'Facebook',
	'Github',
	'Google+',
	'Instagram',
	'Kik',
	'LinkedIn',
	'MSN',
	'Pinterest',
	'Reddit',
	'Skype',
	'Snapchat',
	'Telegram',
	'Twitter',
	'Whatsapp',
	'YouTube',
);

/** §6.1 `ctype`. */
export const CONTACT_TYPES: Code[] = [
	{ name: 'Competitor', value: 'O' },
	{ name: 'Consultant', value: 'N' },
	{ name: 'Contractor', value: 'T' },
	{ name: 'Customer', value: 'C' },
	{ name: 'Distributor', value: 'D' },
	{ name: 'Employee', value: 'E' },
	{ name: 'Friend', value: 'F' },
	{ name: 'Influencer', value: 'X' },
	{ name: 'Investor', value: 'I' },
	{ name: 'Lead', value: 'L' },
	{ name: 'Manufacturer', value: 'M' },
	{ name: 'Other', value: 'H' },
	{ name: 'Prospect', value: 'P' },
	{ name: 'Reseller', value: 'R' },
	{ name: 'Retailer', value: 'A' },
	{ name: 'Supplier', value: 'S' },
	{ name: 'Vendor', value: 'V' },
	{ name: 'Wholesaler', value: 'W' },
];

/** §6.5 `atype`. */
export const ACTIVITY_TYPES: Code[] = same(
	'Appointment',
	'Call',
	'Email',
	'Follow up',
	'Meeting',
	'Not set',
	'TO DO',
);

/** §6.5 `rec`. */
export const RECURRENCES: Code[] = [
	{ name: 'Daily', value: 'D' },
	{ name: 'Monthly', value: 'M' },
	{ name: 'None', value: 'N' },
	{ name: 'Weekly', value: 'W' },
	{ name: 'Yearly', value: 'Y' },
];

/** §6.6 `type`, what can be set; `E` only arrives. */
export const NOTE_TYPES: Code[] = [
	{ name: 'Plain', value: 'N' },
	{ name: 'Sent Email', value: 'S' },
	{ name: 'SMS', value: 'M' },
];

/** §6.8 `elemType`. */
export const ELEMENT_TYPES: Code[] = [
	{ name: 'Case', value: 'case' },
	{ name: 'Company', value: 'company' },
	{ name: 'Contact', value: 'contact' },
	{ name: 'Country', value: 'country' },
	{ name: 'Currency', value: 'currency' },
	{ name: 'Date', value: 'date' },
	{ name: 'Input', value: 'input' },
	{ name: 'Opportunity', value: 'opportunity' },
	{ name: 'Region', value: 'region' },
	{ name: 'Select', value: 'select' },
	{ name: 'State', value: 'state' },
	{ name: 'User', value: 'user' },
];

/** §6.8 `modelType`; §10.4: `customers` means contacts. */
export const MODEL_TYPES: Code[] = [
	{ name: 'Cases', value: 'cases' },
	{ name: 'Companies', value: 'companies' },
	{ name: 'Contacts', value: 'customers' },
	{ name: 'Opportunities', value: 'opportunities' },
];

/** The code behind a code or a name, whatever the letter case; null for something else. */
export function codeOf(codes: Code[], value: string): string | null {
	const wanted = value.trim();
	const exact = codes.find((code) => code.value === wanted || code.name === wanted);
	if (exact) return exact.value;
	const lower = wanted.toLowerCase();
	// a single letter is a code, and codes of letters are upper-case
	const loose = codes.find(
		(code) => code.value.toLowerCase() === lower || code.name.toLowerCase() === lower,
	);
	return loose?.value ?? null;
}

/** The name behind a code; the code itself when it is not in the list. */
export const nameOf = (codes: Code[], value: string): string =>
	codes.find((code) => code.value === value)?.name ?? value;
