import { access } from 'node:fs/promises';
import path from 'node:path';
import { readJsonFile } from './jsonFile';

interface LockFile {
	packages: Record<string, { optional?: boolean }>;
}

export type InstallStep = 'waiting' | 'packages' | 'database';

export interface InstallProgress {
	step: InstallStep;
	/** Milliseconds since the install began. */
	elapsedMs: number;
	/** Packages already unpacked, of how many; only in step 'packages'. */
	done?: number;
	total?: number;
}

/** Counts the packages of a lock file that have arrived in a folder; looks only for those still missing. */
export class PackageCounter {
	readonly total: number;
	private missing: string[];

	private constructor(
		private readonly dir: string,
		locations: string[],
	) {
		this.missing = locations;
		this.total = locations.length;
	}

	static async of(dir: string, lockFile: string): Promise<PackageCounter> {
		const lock = await readJsonFile<LockFile>(lockFile);
		// optional ones may belong to another platform and never arrive
		const locations = Object.entries(lock.packages)
			.filter(([location, entry]) => location !== '' && !entry.optional)
			.map(([location]) => location);
		return new PackageCounter(dir, locations);
	}

	async count(): Promise<number> {
		const checked = await Promise.all(
			this.missing.map(async (location) => {
				const manifest = path.join(this.dir, location, 'package.json');
				return await access(manifest).then(
					() => '',
					() => location,
				);
			}),
		);
		this.missing = checked.filter((location) => location !== '');
		return this.total - this.missing.length;
	}
}
