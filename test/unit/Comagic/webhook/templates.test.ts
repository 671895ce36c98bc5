import type { INodeProperties } from 'n8n-workflow';

import { ComagicTrigger } from '../../../../nodes/Comagic/ComagicTrigger.node';
import { decodeRequest } from '../../../../nodes/Comagic/webhook/decode/decodeRequest';
import { isKnownField } from '../../../../nodes/Comagic/webhook/decode/fieldKinds';
import { EVENT_OPTIONS, EVENTS } from '../../../../nodes/Comagic/webhook/events';
import { sampleItem } from '../../../../nodes/Comagic/webhook/samples';
import {
	filledTemplate,
	getTemplate,
	postTemplate,
} from '../../../../nodes/Comagic/webhook/templates';
import { shown } from '../../../../nodes/shared/shown';

const { properties, webhooks } = new ComagicTrigger().description;
const RULES = { timezone: 'UTC', links: null };

const named = (name: string): INodeProperties | undefined =>
	properties.find((one) => one.name === name);

const placeholders = (template: string): string[] =>
	[...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');

describe.each(EVENTS.map((event) => [event.code, event] as const))('%s', (code, event) => {
	test('has a body to paste that is JSON once it is filled, and says its event', () => {
		const template = shown(named(`postTemplate_${code}`)?.default);
		const values = Object.fromEntries(placeholders(template).map((name) => [name, `<${name}>`]));

		expect(template).toBe(postTemplate(event));
		expect(JSON.parse(filledTemplate(template, values))).toEqual({ event: code, ...values });
	});

	test('has parameters to paste that say the same', () => {
		const template = shown(named(`getTemplate_${code}`)?.default);
		const { notifications } = decodeRequest(
			{ query: template, body: Buffer.alloc(0), contentType: '' },
			RULES,
		);

		expect(template).toBe(getTemplate(event));
		expect(notifications).toEqual([
			{ event: code, data: {}, missing: placeholders(postTemplate(event)), notes: [] },
		]);
	});

	test('uses placeholders that were seen', () => {
		expect(placeholders(postTemplate(event)).filter((name) => !isKnownField(name))).toEqual([]);
	});

	test.each([
		[`postTemplate_${code}`, { templateFor: [code], templateMethod: ['POST'] }],
		[`getTemplate_${code}`, { templateFor: [code], templateMethod: ['GET'] }],
		[`sample_${code}`, { templateFor: [code] }],
	])('%s stands in the form when its type is chosen', (name, show) => {
		expect(named(name)?.displayOptions).toEqual({ show });
	});

	test('has a sample that is an item of it', () => {
		for (const simple of [true, false]) {
			expect(sampleItem(code, simple)).toMatchObject({ event: code, missing: [] });
		}
		expect(named(`sample_${code}`)?.displayName).toContain(`"event": "${code}"`);
	});

	test('can be chosen', () => {
		expect(EVENT_OPTIONS.map(({ value }) => value)).toContain(code);
	});
});

test('an expression cannot be made of a template by accident', () => {
	const templates = properties.filter(({ name }) => /Template_/.test(name));

	expect(templates).toHaveLength(2 * EVENTS.length);
	expect(templates.every(({ noDataExpression }) => noDataExpression === true)).toBe(true);
	expect(templates.filter((one) => shown(one.default).startsWith('='))).toEqual([]);
});

test('the node listens to both methods at one address', () => {
	expect(webhooks?.map(({ httpMethod, path }) => [httpMethod, path])).toEqual([
		['POST', 'comagic'],
		['GET', 'comagic'],
	]);
});

test('a simple item has times in ISO 8601 and no empty values', () => {
	expect(sampleItem('call_lost', true)).toEqual({
		event: 'call_lost',
		notification_name: 'Потерянный звонок',
		notification_time: '2026-01-01T09:00:02.481Z',
		call_session_id: 500123,
		direction: 'in',
		start_time: '2026-01-01T08:58:30.007Z',
		virtual_phone_number: '74950000001',
		contact_phone_number: '79150000002',
		contact_id: 8101,
		contact_full_name: 'Dana Cole',
		communication_id: 700345,
		communication_number: 3,
		wait_time_duration: 19,
		lost_reason: 'operator_not_responsible',
		scenario_name: 'Working hours',
		missing: [],
		receivedAt: '2026-01-01T09:00:02.600Z',
	});
});
