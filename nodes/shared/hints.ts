import type { IExecuteFunctions } from 'n8n-workflow';

/** More would bury the result they belong to. */
const MOST = 10;

/** Execution hints, gathered over a run: at most ten, each naming its item. */
export class Hints {
	private readonly messages: string[] = [];
	private count = 0;

	warn(itemIndex: number, message: string): void {
		this.add(`Item ${itemIndex}: ${message}`);
	}

	add(message: string): void {
		this.count += 1;
		if (this.messages.length < MOST && !this.messages.includes(message)) {
			this.messages.push(message);
		}
	}

	show(context: IExecuteFunctions): void {
		const more = this.count - this.messages.length;
		const texts = more > 0 ? [...this.messages, `… and ${more} more hints`] : this.messages;
		context.addExecutionHints(
			...texts.map((message) => ({ message, location: 'outputPane' as const })),
		);
	}
}
