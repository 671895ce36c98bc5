import type { Locator, Page } from 'playwright-core';
import type { Owner } from '../../sandbox/n8n/clientTypes';
import { OPTION } from './dropdown';

/** n8n's editor as a user sees it: names of this class are words of its screen. */
export class EditorPage {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	private byTestId(id: string, within: Page | Locator = this.page): Locator {
		return within.locator(`[data-test-id="${id}"]`);
	}

	/** The open node's window. */
	get node(): Locator {
		return this.byTestId('ndv');
	}

	async logIn({ email, password }: Owner): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.getByLabel('Email').fill(email);
		await this.page.getByLabel('Password').fill(password);
		await this.page.getByRole('button', { name: 'Sign in' }).click();
		await this.page.waitForURL((url) => !url.pathname.startsWith('/signin'));
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.byTestId('canvas-node').first().waitFor();
	}

	/** Nodes on the canvas; sticky notes are none. */
	async nodeCount(): Promise<number> {
		return await this.byTestId('canvas-node').count();
	}

	async openNode(name: string): Promise<void> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.node.waitFor();
	}

	async closeNode(): Promise<void> {
		await this.byTestId('ndv-close-button').click();
		await this.node.waitFor({ state: 'hidden' });
	}

	/** The input of a parameter, by its internal name. */
	parameter(name: string): Locator {
		return this.byTestId(`parameter-input-${name}`, this.node);
	}

	/** Opens a dropdown and gives the names it offers, waiting for them to be loaded. */
	async choicesOf(name: string): Promise<string[]> {
		// disabled while the names are being loaded
		await this.parameter(name).locator('input:enabled').click();
		const options = this.page.locator(OPTION);
		await options.first().waitFor();
		return await options.allInnerTexts();
	}

	/** Takes a choice of the dropdown that `choicesOf` opened. */
	async pick(choice: string): Promise<void> {
		const options = this.page.locator(OPTION);
		await options.getByText(choice, { exact: true }).click();
		await options.first().waitFor({ state: 'hidden' });
	}

	/** Adds an entry to a collection, by the words of its button and the entry's name. */
	async addToCollection(button: string, entry: string): Promise<void> {
		const add = this.byTestId('collection-parameter-add', this.node);
		await add.filter({ has: this.page.getByPlaceholder(button) }).click();
		await this.pick(entry);
	}

	/** Adds a field to the resource mapper. */
	async addMappedField(label: string): Promise<void> {
		await this.byTestId('add-fields-select', this.node).getByRole('button').click();
		await this.page.getByRole('menuitem', { name: label, exact: true }).click();
	}

	/** Searches the list of a resource locator for a text and takes the entry of that name. */
	async pickFromList(name: string, entry: string): Promise<void> {
		await this.byTestId(`resource-locator-${name}`, this.node)
			.locator('[data-test-id="rlc-input"]')
			.click();
		// the list is at the end of the page, with that of other locators hidden beside it
		await this.page.getByPlaceholder('Search...').filter({ visible: true }).fill(entry);
		const items = this.byTestId('rlc-item').filter({ visible: true });
		await items.getByText(entry, { exact: true }).click();
	}

	async fill(name: string, text: string): Promise<void> {
		await this.parameter(name).locator('input').fill(text);
	}

	/** Runs the open node and waits until it has run; gives its output pane. */
	async executeStep(): Promise<Locator> {
		const button = this.byTestId('node-execute-button', this.node);
		await button.click();
		const output = this.byTestId('output-panel', this.node);
		await output
			.getByText(/\d+ items?/)
			.first()
			.waitFor();
		// the button turns back last
		await button.getByText('Execute step').waitFor();
		return output;
	}

	/** Waits until a pane shows the text; its items come a moment after their number. */
	async shows(pane: Locator, text: string): Promise<void> {
		await pane.getByText(text).first().waitFor();
	}
}
