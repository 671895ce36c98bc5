import { RowCollector } from '../../../../nodes/Comagic/transport/rowCollector';

it.each(['2026-01-05 00:00:00', '2026-01-05T00:00:00', '2026-01-05 00:00:00.000'])(
	'leaves out what begins with the day after, written as %s',
	(start_time) => {
		const rows = new RowCollector(['id'], 'start_time', '2026-01-05 00:00:00');
		const last = { id: 1, start_time: start_time.replace(/5(?=[ T])/, '4') };
		expect(rows.add([last, { id: 2, start_time }])).toBe(1);
		expect(rows.list).toEqual([last]);
	},
);
