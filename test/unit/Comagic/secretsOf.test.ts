import { secretsOf } from '../../../nodes/Comagic/transport/credentials';
import { withoutSecrets } from '../../../nodes/Comagic/transport/errorTable';

const password = 'pass "word" (new)!';
const secrets = secretsOf({ login: 'ana@example.com', password });

it.each([
	['as it is', password],
	['in a URL', encodeURIComponent(password)],
	['in a form', new URLSearchParams({ password }).toString().replace('password=', '')],
	['in JSON', JSON.stringify(password).slice(1, -1)],
])('a password that is echoed %s is masked', (_how, echoed) => {
	expect(withoutSecrets(`You sent: ${echoed}.`, secrets)).toBe('You sent: ….');
});
