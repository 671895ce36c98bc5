import type { Session, Field, Operation } from '../../shared/operation';

/**
 * How the form calls what the wire calls `date_from` or `employee.id`, for messages about a
 * parameter; null for what the operation's form does not have.
 */
export function labelsOf<S extends Session>(
	operation: Operation<S> | undefined,
): (field: string) => string | null {
	const labels = new Map<string, string>();
	for (const field of operation?.fields ?? []) note(field, labels);
	return (field) => labels.get(field) ?? labels.get(field.split('.')[0] ?? '') ?? null;
}

function note<S extends Session>({ prop, fields = [] }: Field<S>, labels: Map<string, string>) {
	const property = prop.routing?.send?.property;
	if (property !== undefined && !labels.has(property)) labels.set(property, prop.displayName);
	for (const member of fields) note(member, labels);
}
