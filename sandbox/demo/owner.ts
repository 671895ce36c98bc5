import type { Owner } from '../n8n/clientTypes';

/** Login of the demo's n8n. No secret: it listens on the loopback address only. */
export const demoOwner: Owner = {
	email: 'owner@example.com',
	password: 'Sandbox1234',
	firstName: 'Demo',
	lastName: 'Owner',
};
