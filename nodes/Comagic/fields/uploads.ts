import type { ComagicField, ComagicOperation } from './comagicField';
import { requireMethod } from '../catalogue/catalogue';
import type { Param } from '../catalogue/method';
import { createOptions } from './dataOptions';
import type { MethodUse } from './methodUse';
import { refuseMissing } from './paramField';
import { collectionOf, fieldsOf as inputsOf } from './paramSets';

interface UploadUse extends MethodUse {
	/** Rows that one request takes (fact sheet §B.8). */
	max: number;
	/** How the answer tells which row is which. */
	answer: 'nothing' | 'inOrder' | { pairBy: string[] };
}

/** An upload: each item is a row, and many rows share a request. */
export function uploadOperation(use: UploadUse): ComagicOperation {
	const { method, name, value, action, description, noun, note, max, answer, check } = use;
	const list = listParam(method);
	const inputs = fieldsOf(use, list);
	const option = { name, value, action, description };
	const pairBy = typeof answer === 'object' ? { pairBy: answer.pairBy } : {};
	return {
		option: { ...option, routing: { request: { method: 'POST', url: `data/${method}` } } },
		kind: 'write',
		root: 'data',
		noun,
		...(note === undefined ? {} : { note }),
		batch: { max, requestId: false, ...pairBy },
		...(answer === 'nothing' ? { answersNothing: true } : {}),
		check: (body, row) => {
			refuseMissing(inputs, list.children, body);
			check?.(body, row);
		},
		fields: [...inputs, createOptions([batchSize(max), resend, ...(use.options ?? [])])],
	};
}

function listParam(method: string): Param {
	const list = requireMethod(method).params.find(({ type }) => type === 'array');
	if (list) return list;
	throw new Error(`${method} takes no list of rows`);
}

function fieldsOf(use: UploadUse, { children }: Param): ComagicField[] {
	const isTop = ({ name, required }: Param) => required || use.top?.includes(name);
	const more = children.filter((param) => !isTop(param));
	return [
		...inputsOf(use, children.filter(isTop)),
		...collectionOf(use, 'Additional Fields', 'additionalFields', more),
	];
}

const batchSize = (max: number): ComagicField => ({
	prop: {
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: max },
		default: Math.min(50, max),
		description: `How many items go into one request, at most ${max}. One row that is refused fails its whole request.`,
	},
});

const resend: ComagicField = {
	prop: {
		displayName: 'Resend After Rejection',
		name: 'resendAfterRejection',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether to send the good rows of a refused request again, when On Error lets the run go on',
	},
};
