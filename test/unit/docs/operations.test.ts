import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { operationsDoc } from '../../../scripts/generateOperationsDoc';

test('docs/operations.md says what the declarations say', () => {
	const written = readFileSync(join(__dirname, '../../../docs/operations.md'), 'utf8');
	expect(written).toBe(operationsDoc());
});
