/** Where the values of an answer lie (§B.5). */
import { isRecord } from '../../kommo/guards';
import type { ComagicSwitches } from '../switches';
import type { MethodSpec } from './catalogue';

/** Content of an answer: rows with their number, or one object. */
export type Content = { rows: unknown[]; total: number | undefined } | Record<string, unknown>;

const isList = (content: Content): content is { rows: unknown[]; total: number | undefined } =>
	Array.isArray(content.rows) && 'total' in content;

export function shaped(
	content: Content,
	spec: MethodSpec,
	shape: ComagicSwitches['resultShape'],
	metadata: Record<string, unknown>,
): Record<string, unknown> {
	if (isList(content)) {
		const total = content.total === undefined ? {} : { total_items: content.total };
		// the points are added to the same object when they have been charged
		Object.assign(metadata, { version: null, ...total });
		return { data: content.rows, metadata };
	}
	const isBare = shape === 'bare' || (shape === 'documented' && spec.resultShape === 'result');
	return isBare && isRecord(content) ? { ...content, metadata } : { data: content, metadata };
}
