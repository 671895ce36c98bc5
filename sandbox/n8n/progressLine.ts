import type { InstallProgress } from './installProgress';

const QUIET_INTERVAL_MS = 15_000;

/** What the line says, e.g. `[1:05] Installing n8n … 1,234 of 2,100 packages`. */
export function progressText({ step, elapsedMs, done, total }: InstallProgress): string {
	const seconds = Math.floor(elapsedMs / 1000);
	const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	const number = (value: number) => value.toLocaleString('en-US');
	const texts: Record<InstallProgress['step'], string> = {
		waiting: 'Another process is installing n8n, waiting for it',
		packages:
			done !== undefined && total !== undefined && done > 0
				? `Installing n8n: ${number(done)} of ${number(total)} packages`
				: 'Installing n8n: fetching packages (first start only, about 2.7 GB, a few minutes)',
		database: 'Installing n8n: building its database driver (about a minute)',
	};
	return `[${clock}] ${texts[step]}`;
}

/**
 * Shows progress on a stream: one line that changes in place on a terminal,
 * elsewhere (CI, a file) a line at each new step and every 15 seconds.
 */
export function progressPrinter(
	stream: Pick<NodeJS.WriteStream, 'isTTY'> & { write: (text: string) => unknown } = process.stderr,
): {
	show: (progress: InstallProgress) => void;
	end: () => void;
} {
	let lastStep = '';
	let lastAt = 0;
	let open = false;
	return {
		show(progress) {
			if (stream.isTTY) {
				stream.write(`\r\x1b[K${progressText(progress)}`);
				open = true;
				return;
			}
			if (progress.step === lastStep && progress.elapsedMs - lastAt < QUIET_INTERVAL_MS) return;
			lastStep = progress.step;
			lastAt = progress.elapsedMs;
			stream.write(`${progressText(progress)}\n`);
		},
		end() {
			if (open) stream.write('\n');
			open = false;
		},
	};
}
