import type { KommoSandbox } from '../../../../sandbox/kommo';

/** Replaces the account's leads by `count` others; returns their ids, ascending. */
export function onlyLeads(
	sandbox: KommoSandbox,
	count: number,
	name: 'kommo' | 'amocrm' = 'kommo',
): number[] {
	const { store } = sandbox.accounts[name];
	const [model] = [...store.leads.values()];
	if (!model) throw new Error('The seed has leads');
	store.leads.clear();
	return Array.from({ length: count }, (_, index) => {
		const id = store.nextId('leads');
		store.leads.set(id, { ...model, id, name: `Lead ${index}` });
		return id;
	});
}
