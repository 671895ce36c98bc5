import type { Locator, Page } from 'playwright-core';
import { OPTION } from './dropdown';

/** n8n's window for one credential, as a user fills it in. */
export class CredentialPage {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	private get window(): Locator {
		return this.page.locator('[data-test-id="editCredential-modal"]');
	}

	private input(name: string): Locator {
		return this.window.locator(`[data-test-id="parameter-input-${name}"] input`);
	}

	/** Opens the empty window of a credential type, found by its display name. */
	async create(typeName: string): Promise<void> {
		await this.page.goto(`${this.url}/home/credentials/create`);
		await this.page.locator('[data-test-id="new-credential-type-select"] input').fill(typeName);
		await this.page.locator(OPTION).getByText(typeName, { exact: true }).click();
		await this.page.locator('[data-test-id="new-credential-type-button"]').click();
		await this.window.waitFor();
	}

	async fill(name: string, text: string): Promise<void> {
		await this.input(name).fill(text);
	}

	async choose(name: string, choice: string): Promise<void> {
		await this.input(name).click();
		await this.page.locator(OPTION).getByText(choice, { exact: true }).click();
		await this.page.locator(OPTION).first().waitFor({ state: 'hidden' });
	}

	/** Presses "Connect" and gives the window that opens. */
	async connect(): Promise<Page> {
		const [popup] = await Promise.all([
			this.page.waitForEvent('popup'),
			this.window.getByRole('button', { name: 'Connect', exact: true }).click(),
		]);
		return popup;
	}

	/** Passes when n8n says that the account is connected. */
	async waitUntilConnected(): Promise<void> {
		await this.window.getByText('Account connected').waitFor();
	}
}
