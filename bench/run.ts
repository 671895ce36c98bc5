/** Measures the node and prints the tables: `npm run bench`. Nothing here is asserted. */
import { Command, Option } from 'commander';

import { builtNode } from './builtNode';
import { circumstances } from './report/circumstances';
import { writeSection } from './report/readme';
import { toMarkdown } from './report/table';
import type { Bench, Scenario } from './scenario';
import { cost } from './tables/cost';
import { realN8n } from './tables/realN8n';
import { realTogether } from './tables/realTogether';
import { reading } from './tables/reading';
import { together } from './tables/together';
import { trigger } from './tables/trigger';
import { writes } from './tables/writes';

const SCENARIOS: Scenario[] = [writes, together, cost, reading, realN8n, realTogether, trigger];

interface Options {
	quick?: boolean;
	only?: string;
	n8n?: boolean;
	write?: boolean;
	build?: string;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

function chosen({ only, n8n }: Options): Scenario[] {
	if (only !== undefined) return SCENARIOS.filter(({ name }) => name === only);
	return SCENARIOS.filter(({ realN8n }) => realN8n !== true || n8n === true);
}

/** The command line that measures a table again. */
function commandOf({ name }: Scenario, { quick }: Options): string {
	return `npm run bench -- --only ${name}${quick ? ' --quick' : ''}`;
}

async function runScenario(scenario: Scenario, bench: Bench, options: Options): Promise<void> {
	say(`\n${scenario.title}`);
	const made = await circumstances(scenario.realN8n === true);
	const table = await scenario.measure(bench);
	const section = [
		`## ${scenario.title}`,
		`\`${commandOf(scenario, options)}\` · ${made}`,
		toMarkdown(table),
	].join('\n\n');
	say(`\n${section}`);
	if (options.write) await writeSection(scenario.name, section);
}

async function main(options: Options): Promise<void> {
	const nodeType = await builtNode(options.build);
	const bench: Bench = { quick: options.quick === true, nodeType, say };
	for (const scenario of chosen(options)) await runScenario(scenario, bench, options);
}

const program = new Command('bench')
	.description('Measures requests, time, CPU and memory of the node against the sandbox.')
	.option('--quick', 'few repetitions and small numbers, to see that it works')
	.addOption(new Option('--only <name>', 'one table').choices(SCENARIOS.map(({ name }) => name)))
	.option('--n8n', 'also the table that needs the real n8n (installed at the first use)')
	.option('--write', 'put the tables into bench/README.md')
	.option('--build <folder>', 'measure this compiled build instead of the sources')
	.action(async (options: Options) => {
		try {
			await main(options);
			process.exit(0);
		} catch (error) {
			process.stderr.write(
				`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
			);
			process.exit(1);
		}
	});

void program.parseAsync();
