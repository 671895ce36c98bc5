/**
 * A value of the user's that cannot be sent. Thrown by the typed transforms before anything
 * leaves the machine; the engine adds the item and turns it into a NodeOperationError.
 */
export class InvalidValue extends Error {
	constructor(
		/** What happened, with the field's display name in single quotes. */
		message: string,
		/** How to mend it. */
		readonly description?: string,
	) {
		super(message);
		this.name = 'InvalidValue';
	}
}
