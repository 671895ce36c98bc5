import set from 'lodash/set';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Hints } from './hints';
import { InvalidValue } from './invalidValue';
import type { BinaryFile, RowContext, Session } from './operation';
import type { Draft, ParameterReader } from './readFields';
import type { Row } from './row';

interface ContextInput<S extends Session> {
	context: IExecuteFunctions;
	session: S;
	reader: ParameterReader;
	hints: Hints;
}

/**
 * What the transforms of one item see and may set: values go into `row`, `draft` and `paths`.
 */
export function rowContext<S extends Session>(
	{ context, session, reader, hints }: ContextInput<S>,
	row: Row,
	draft: Draft,
	paths: Map<string, string>,
	json: IDataObject,
): RowContext<S> {
	const { itemIndex } = row;
	return {
		itemIndex,
		session,
		json,
		timezone: context.getTimezone(),
		parameter: (name) => reader.read(name, itemIndex),
		warn: (message) => hints.warn(itemIndex, message),
		method: (chosen) => {
			row.method = chosen;
		},
		path: (name, value) => paths.set(name, String(value)),
		body: (property, value) => set(draft.body, property, value),
		query: (key, value) => {
			draft.query[key] = value;
		},
		amend: (change, which) => (which ? row.onlyWhen.amend[which] : row.amendments).push(change),
		before: (action) => row.preparations.push(action),
		binary: (property) => binaryFile(context, itemIndex, property),
		expect: (label, holds) => row.expectations.push({ label, holds }),
		match: (key) => {
			row.match = key;
		},
		completeNew: (change) => row.completeNew.push(change),
		split: (variants) => row.variants.push(...variants),
		after: (followUp) => {
			row.followUps = [...(row.followUps ?? []), followUp];
		},
		from: (sources) => {
			row.sources = sources;
		},
	};
}

function binaryFile(context: IExecuteFunctions, itemIndex: number, property: string): BinaryFile {
	const data = context.getInputData()[itemIndex]?.binary?.[property];
	if (!data) {
		throw new InvalidValue(
			`'Input Binary Field' names no file of this item: "${property}"`,
			'Check the name in the node before: it shows the binary fields of its items.',
		);
	}
	return {
		name: data.fileName ?? `file.${data.fileExtension ?? 'bin'}`,
		mimeType: data.mimeType,
		read: async () => await context.helpers.getBinaryDataBuffer(itemIndex, property),
	};
}
