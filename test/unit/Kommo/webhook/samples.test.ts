import { KommoTrigger } from '../../../../nodes/Kommo/KommoTrigger.node';
import { EVENTS } from '../../../../nodes/Kommo/webhook/events';
import { sampleItem } from '../../../../nodes/Kommo/webhook/samples';
import { textLike } from '../../../support/partial';
import { knownCodes } from '../../../../sandbox/kommo/webhooks/codes';

const { properties } = new KommoTrigger().description;
const codes = EVENTS.map(({ code }) => code);

describe('Trigger On', () => {
	test('offers every settings code of fact sheet §4.19', () => {
		expect(codes).toEqual(expect.arrayContaining([...knownCodes.kommo, ...knownCodes.amocrm]));
		expect(new Set(codes).size).toBe(codes.length);
	});

	test.each(['update_unsorted', 'delete_unsorted', 'add_catalog_element'])(
		'calls %s unverified',
		(code) => {
			const option = properties
				.find(({ name }) => name === 'events')
				?.options?.find((one) => 'value' in one && one.value === code);

			expect(option).toMatchObject({ description: textLike(/unverified/) });
		},
	);
});

describe('the sample of an event', () => {
	test.each(codes)('%s is an item of that event', (code) => {
		for (const simple of [true, false]) {
			const item = sampleItem(code, simple);

			expect(item).toMatchObject({ event: code, account: { id: 30001 } });
			expect(Object.keys(item.entity ?? {}).length).toBeGreaterThan(0);
		}
	});

	test.each(codes)('%s stands in the form, as mock data, when it is chosen and wanted', (code) => {
		const sample = properties.find(({ name }) => name === `sample_${code}`);

		expect(sample?.displayOptions).toEqual({ show: { events: [code], showSamples: [true] } });
		const text = sample?.default;
		expect(typeof text === 'string' && JSON.parse(text)).toEqual([sampleItem(code, true)]);
	});

	test('of a stage change is flat', () => {
		expect(sampleItem('status_lead', true).entity).toEqual({
			id: 7001,
			name: 'Roof repair',
			price: 1450,
			pipeline_id: 900,
			status_id: 142,
			old_status_id: 60001,
			responsible_user_id: 501,
			modified_user_id: 501,
			created_at: '2026-01-01T00:00:00.000Z',
			updated_at: '2026-01-01T01:00:00.000Z',
			tags: ['vip'],
			customFields: { Channel: 'Referral', 'Visit date': '2026-01-05T00:00:00.000Z' },
		});
	});
});
