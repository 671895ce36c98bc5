import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installationName } from '../../../sandbox/n8n/cache';
import { ensureN8n } from '../../../sandbox/n8n/install';
import { PackageCounter } from '../../../sandbox/n8n/installProgress';
import { assertNodeWillExist, findNodeBinary } from '../../../sandbox/n8n/nodeBinary';

const PLATFORM = `node-${process.platform}-${process.arch}`;
const MANIFESTS = path.resolve(__dirname, '../../../sandbox/n8n');

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'install-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

async function put(file: string, text: string): Promise<string> {
	const target = path.join(folder, file);
	await mkdir(path.dirname(target), { recursive: true });
	await writeFile(target, text);
	return target;
}

/** A program that says it is a Node.js of this version. */
async function putNode(dir: string, version: string): Promise<string> {
	const file = await put(
		`${dir}/node_modules/${PLATFORM}/bin/node`,
		`#!/bin/sh\necho ${version}\n`,
	);
	await chmod(file, 0o755);
	return file;
}

describe('the Node.js that runs n8n', () => {
	it("is the platform package's", async () => {
		const shipped = await putNode('.', 'v24.9.0');
		expect(await findNodeBinary(folder, 'v26.0.0')).toBe(shipped);
	});

	it("is the host's where the platform package is missing or does not start", async () => {
		expect(await findNodeBinary(folder, 'v24.1.0')).toBe(process.execPath);
		await put(`node_modules/${PLATFORM}/bin/node`, 'no program');
		expect(await findNodeBinary(folder, 'v24.1.0')).toBe(process.execPath);
	});

	it('is asked for when neither will do', async () => {
		const refusal = findNodeBinary(folder, 'v20.20.2');
		await expect(refusal).rejects.toThrow('n8n needs Node.js 24 or newer. This is v20.20.2');
	});

	it.each([
		['v20.20.2', { [PLATFORM]: '24.9.0' }, true],
		['v24.0.0', {}, true],
		['v20.20.2', { 'node-plan9-mips': '24.9.0' }, false],
	])('is foreseen before the install: host %s, packages %j', async (host, packages, passes) => {
		const manifest = await put('package.json', JSON.stringify({ optionalDependencies: packages }));
		const check = assertNodeWillExist(manifest, host);
		await (passes
			? expect(check).resolves.toBeUndefined()
			: expect(check).rejects.toThrow('needs'));
	});
});

describe('an n8n that is installed', () => {
	it('is used without installing anything', async () => {
		const lock = await readFile(path.join(MANIFESTS, 'package-lock.json'), 'utf8');
		const dir = installationName(lock);
		const nodeBinary = await putNode(dir, 'v24.9.0');
		const onProgress = jest.fn();
		expect(await ensureN8n({ cacheDir: folder, onProgress })).toEqual({
			nodeBinary,
			n8nEntry: path.join(folder, dir, 'node_modules/n8n/bin/n8n'),
			dir: path.join(folder, dir),
		});
		expect(onProgress).not.toHaveBeenCalled();
	});
});

describe('the count of packages', () => {
	it('rises with each package that arrived and leaves out those of other platforms', async () => {
		const packages = {
			'': {},
			'node_modules/a': {},
			'node_modules/a/node_modules/b': {},
			'node_modules/node-plan9-mips': { optional: true },
		};
		const lockFile = await put('package-lock.json', JSON.stringify({ packages }));
		const counter = await PackageCounter.of(folder, lockFile);
		expect(counter.total).toBe(2);
		expect(await counter.count()).toBe(0);
		await put('node_modules/a/package.json', '{}');
		expect(await counter.count()).toBe(1);
		await put('node_modules/a/node_modules/b/package.json', '{}');
		expect(await counter.count()).toBe(2);
	});
});
