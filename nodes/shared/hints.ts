import type { IExecuteFunctions } from 'n8n-workflow';

/** More would bury the result they belong to. */
const MOST = 10;

/** Execution hints, gathered over a run: at most ten, each naming its item. */
export class Hints {
	private readonly messages = new Set<string>();

	warn(itemIndex: number, message: string): void {
		this.add(`Item ${itemIndex}: ${message}`);
	}

	add(message: string): void {
		this.messages.add(message);
	}

	show(context: IExecuteFunctions): void {
		const all = [...this.messages];
		// the line that counts the rest is one of them
		const own = all.length > MOST ? all.slice(0, MOST - 1) : all;
		const more = all.length - own.length;
		const texts = more > 0 ? [...own, `… and ${more} more hints`] : all;
		context.addExecutionHints(
			...texts.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
}
