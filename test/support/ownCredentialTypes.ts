import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { get } from 'lodash';
import type { ICredentialType } from 'n8n-workflow';

const folder = join(__dirname, '../../credentials');
const suffix = '.credentials.ts';

type CredentialClass = new () => ICredentialType;

const isCredentialClass = (value: unknown): value is CredentialClass => typeof value === 'function';

/** One instance of every credential class of the package; n8n's rule: the class is named like its file. */
export async function ownCredentialTypes(): Promise<ICredentialType[]> {
	const files = readdirSync(folder).filter((file) => file.endsWith(suffix));
	return await Promise.all(
		files.map(async (file) => {
			const exported: unknown = await import(join(folder, file));
			const credentialClass = get(exported, file.slice(0, -suffix.length)) as unknown;
			if (!isCredentialClass(credentialClass)) {
				throw new Error(`${file} does not export the class its name announces`);
			}
			return new credentialClass();
		}),
	);
}
