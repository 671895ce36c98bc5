import { PassThrough } from 'node:stream';
import type { InstallProgress } from '../../../sandbox/n8n/installProgress';
import { progressPrinter, progressText } from '../../../sandbox/n8n/progressLine';

function printed(isTTY: boolean, steps: InstallProgress[]): string {
	const stream = new PassThrough();
	const printer = progressPrinter({ isTTY, write: (text) => stream.write(text) });
	for (const step of steps) printer.show(step);
	printer.end();
	return String(stream.read() ?? '');
}

describe('the progress line', () => {
	it.each<[InstallProgress, string]>([
		[
			{ step: 'packages', elapsedMs: 65_000, done: 1234, total: 2186 },
			'[1:05] Installing n8n: 1,234 of 2,186 packages',
		],
		[
			{ step: 'packages', elapsedMs: 9_000, done: 0, total: 2186 },
			'[0:09] Installing n8n: fetching packages (first start only, about 2.7 GB, a few minutes)',
		],
		[
			{ step: 'database', elapsedMs: 200_000 },
			'[3:20] Installing n8n: building its database driver (about a minute)',
		],
		[{ step: 'waiting', elapsedMs: 0 }, '[0:00] Another process is installing n8n, waiting for it'],
	])('says %j', (progress, text) => {
		expect(progressText(progress)).toBe(text);
	});

	it('changes in place on a terminal', () => {
		const text = printed(true, [
			{ step: 'packages', elapsedMs: 1000 },
			{ step: 'packages', elapsedMs: 2000 },
		]);
		expect(text.match(/\r/g)).toHaveLength(2);
		expect(text.endsWith('\n')).toBe(true);
	});

	it('writes a line per step and quarter of a minute where there is no terminal', () => {
		const text = printed(false, [
			{ step: 'packages', elapsedMs: 1000 },
			{ step: 'packages', elapsedMs: 2000 },
			{ step: 'packages', elapsedMs: 17_000 },
			{ step: 'database', elapsedMs: 18_000 },
		]);
		expect(
			text
				.trim()
				.split('\n')
				.map((line) => line.slice(0, 6)),
		).toEqual(['[0:01]', '[0:17]', '[0:18]']);
	});

	it('says nothing when nothing is installed', () => {
		expect(printed(true, [])).toBe('');
	});
});
