import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installCommunityPackage } from '../../../sandbox/n8n/packageInstall';

describe('installing the package as n8n does', () => {
	let folder: string;
	let packageDir: string;
	let userFolder: string;
	let logFile: string;
	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'package-'));
		packageDir = path.join(folder, 'source');
		userFolder = path.join(folder, 'user');
		logFile = path.join(folder, 'log');
		await mkdir(path.join(packageDir, 'dist'), { recursive: true });
		await writeFile(path.join(packageDir, 'notes.txt'), 'not published');
		await writeFile(
			path.join(packageDir, 'package.json'),
			JSON.stringify({
				name: 'n8n-nodes-example',
				version: '1.2.3',
				files: ['dist'],
				n8n: { nodes: ['dist/Example.node.js'] },
				devDependencies: { jest: '1' },
				peerDependencies: { 'n8n-workflow': '*' },
			}),
		);
	});
	afterEach(async () => await rm(folder, { recursive: true }));

	const built = async () =>
		await writeFile(
			path.join(packageDir, 'dist', 'Example.node.js'),
			'exports.Example = class {};',
		);
	const nodesDir = () => path.join(userFolder, '.n8n', 'nodes');
	const readJson = async (file: string): Promise<unknown> =>
		JSON.parse(await readFile(file, 'utf8'));

	it("puts what would be published into n8n's folder and notes it in its ledger", async () => {
		await built();
		const { dir } = await installCommunityPackage(packageDir, userFolder, logFile);
		expect(dir).toBe(path.join(nodesDir(), 'node_modules', 'n8n-nodes-example'));
		expect((await readdir(dir)).sort()).toEqual(['dist', 'package.json']);
		expect(await readJson(path.join(dir, 'package.json'))).toEqual({
			name: 'n8n-nodes-example',
			version: '1.2.3',
			files: ['dist'],
			n8n: { nodes: ['dist/Example.node.js'] },
		});
		expect(await readJson(path.join(nodesDir(), 'package.json'))).toEqual({
			name: 'installed-nodes',
			private: true,
			dependencies: { 'n8n-nodes-example': '1.2.3' },
		});
	});

	it('replaces an earlier version, with no file of it left', async () => {
		await built();
		await writeFile(path.join(packageDir, 'dist', 'gone.js'), '');
		await installCommunityPackage(packageDir, userFolder, logFile);
		await rm(path.join(packageDir, 'dist', 'gone.js'));
		const { dir } = await installCommunityPackage(packageDir, userFolder, logFile);
		expect(await readdir(path.join(dir, 'dist'))).toEqual(['Example.node.js']);
	});

	it('says to build first when a promised file is not there', async () => {
		await expect(installCommunityPackage(packageDir, userFolder, logFile)).rejects.toThrow(
			'n8n-nodes-example has no dist/Example.node.js. Build it first: npm run build',
		);
	});
});
