import { useSandbox } from '../../support/sandbox';
import { runnerOf } from './kommoRunner';
import { onlyRow } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

describe('lead: create', () => {
	test('writes where the lead came from (§4.12)', async () => {
		await lead('create', { trafficSource: { utmSource: 'news', utmMedium: 'mail' } });

		expect(onlyRow(sandbox())).toEqual({
			custom_fields_values: [
				{ field_code: 'UTM_MEDIUM', values: [{ value: 'mail' }] },
				{ field_code: 'UTM_SOURCE', values: [{ value: 'news' }] },
			],
		});
	});
});
