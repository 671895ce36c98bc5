/** API keys of the seeded users (§2): fixed texts, so that documents can name them. */
export const KEYS = {
	admin: 'ClevertimSandboxKeyOfTheAdministrator00000000000000001',
	member: 'ClevertimSandboxKeyOfTheMember0000000000000000000000002',
	readOnly: 'ClevertimSandboxKeyOfTheReader0000000000000000000000003',
};

export const USER_OF_KEY: Readonly<Record<string, number>> = {
	[KEYS.admin]: 1,
	[KEYS.member]: 2,
	[KEYS.readOnly]: 3,
};
