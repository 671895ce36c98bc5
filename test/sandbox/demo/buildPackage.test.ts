import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPackage, isBuildStale } from '../../../sandbox/demo/buildPackage';

describe('building the package when it changed', () => {
	let project: string;
	const at = async (name: string, seconds: number) => {
		const file = path.join(project, name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, '{}');
		await utimes(file, seconds, seconds);
		for (let dir = path.dirname(file); dir !== project; dir = path.dirname(dir)) {
			await utimes(dir, seconds, seconds);
		}
	};
	beforeEach(async () => {
		project = await mkdtemp(path.join(tmpdir(), 'project-'));
	});
	afterEach(async () => await rm(project, { recursive: true }));

	it('is wanted when there is no build', async () => {
		await at('nodes/Kommo/Kommo.node.ts', 100);
		expect(await isBuildStale(project)).toBe(true);
	});

	it('is not wanted when the build is newer than all sources', async () => {
		await at('nodes/Kommo/Kommo.node.ts', 100);
		await at('icons/kommo.svg', 50);
		await at('dist/icons/kommo.svg', 50);
		await at('dist/nodes/Kommo/Kommo.node.js', 200);
		expect(await isBuildStale(project)).toBe(false);
	});

	it.each(['nodes/Kommo/fields/tags.ts', 'credentials/KommoApi.credentials.ts', 'package.json'])(
		'is wanted when %s is newer than the build',
		async (name) => {
			await at('dist/nodes/Kommo/Kommo.node.js', 200);
			await at(name, 300);
			expect(await isBuildStale(project)).toBe(true);
		},
	);

	it('leaves no build behind that did not go through', async () => {
		await at('dist/half.js', 100);
		await writeFile(
			path.join(project, 'package.json'),
			JSON.stringify({ name: 'x', version: '1.0.0', scripts: { build: 'exit 2' } }),
		);
		const logFile = path.join(project, 'build.log');
		await expect(buildPackage(project, logFile)).rejects.toThrow('ended with code 2');
		expect(await isBuildStale(project)).toBe(true);
	});
});
