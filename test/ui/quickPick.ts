import { setTimeout as delay } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { until } from "./until.ts";

const patienceMs = 4000;
const pollMs = 50;

/** The box in the middle of the window: commands, quick picks and input boxes. */
export class QuickPick {
	readonly #page: Page;
	readonly #widget: Locator;

	constructor(page: Page) {
		this.#page = page;
		this.#widget = page.locator(".quick-input-widget");
	}

	/** Waits until the box with this title is shown and has rows, if it is to have any. */
	async waitFor(title: string | RegExp, hasRows = true): Promise<void> {
		const isRight = (shown: string): boolean =>
			typeof title === "string" ? shown.startsWith(title) : title.test(shown);
		await until(`the box “${title}”`, () => this.readTitle(), isRight);
		if (hasRows) {
			await this.rows.first().waitFor();
		}
	}

	/** Waits until no box is shown. */
	async waitUntilGone(): Promise<void> {
		await this.#widget.waitFor({ state: "hidden" });
	}

	async isShown(): Promise<boolean> {
		return this.#widget.isVisible();
	}

	async readTitle(): Promise<string> {
		if (!(await this.isShown())) {
			return "(no box)";
		}
		return (await this.#widget.locator(".quick-input-title").first().textContent()) ?? "";
	}

	async readPlaceholder(): Promise<string> {
		return (await this.input.getAttribute("placeholder")) ?? "";
	}

	get rows(): Locator {
		return this.#widget.locator(".quick-input-list .monaco-list-row");
	}

	/** Each row on the screen as a screen reader says it: label, description, detail. */
	async listRows(): Promise<string[]> {
		return this.rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
	}

	/** The row that Enter would choose. */
	async readActive(): Promise<string> {
		const [active] = await this.#widget
			.locator(".quick-input-list .monaco-list-row.focused")
			.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
		return active ?? "";
	}

	/** The headings between the rows. */
	async listHeadings(): Promise<string[]> {
		const all = await this.#widget.locator(".quick-input-list-separator").allTextContents();
		return all.filter((text) => text !== "");
	}

	/** Whether the box with this title is shown within a few seconds. */
	async comes(title: string): Promise<boolean> {
		return this.#happens(async () => (await this.readTitle()).startsWith(title));
	}

	/** Whether a row that begins like this is there within a few seconds. */
	async finds(start: string): Promise<boolean> {
		return this.#happens(async () => (await this.listRows()).some((row) => row.startsWith(start)));
	}

	/** Whether, within a few seconds, Enter would choose a row that begins like this. */
	async becomesActive(start: string): Promise<boolean> {
		return this.#happens(async () => (await this.readActive()).startsWith(start));
	}

	/** Whether no box is shown any more within a few seconds. */
	async goesAway(): Promise<boolean> {
		return this.#happens(async () => !(await this.isShown()));
	}

	async #happens(isSo: () => Promise<boolean>): Promise<boolean> {
		const endMs = Date.now() + patienceMs;
		while (Date.now() < endMs) {
			if (await isSo()) {
				return true;
			}
			await delay(pollMs);
		}
		return false;
	}

	/** Types into the box, in place of what stands there. */
	async type(text: string): Promise<void> {
		await this.input.press("ControlOrMeta+A");
		await this.input.press("Delete");
		await this.#page.keyboard.type(text);
	}

	/** Goes down until the row that begins like this is the active one. */
	async goTo(start: string): Promise<void> {
		const count = (await this.rows.count()) + 60;
		for (let moves = 0; moves < count; moves += 1) {
			if ((await this.readActive()).startsWith(start)) {
				return;
			}
			await this.#page.keyboard.press("ArrowDown");
		}
		throw new Error(`No row “${start}” among: ${(await this.listRows()).join(" / ")}`);
	}

	/** Goes to a row and presses Enter. */
	async choose(start: string): Promise<void> {
		await this.goTo(start);
		await this.#page.keyboard.press("Enter");
	}

	/** Checks or unchecks the row that begins like this, by pointer. */
	async toggle(start: string): Promise<void> {
		await this.rows
			.and(this.#page.locator(`[aria-label^="${start}"]`))
			.first()
			.locator(".monaco-checkbox")
			.click();
	}

	async pressOk(): Promise<void> {
		await this.#widget.getByRole("button", { name: "OK" }).click();
	}

	async press(key: string): Promise<void> {
		await this.#page.keyboard.press(key);
	}

	get input(): Locator {
		return this.#widget.locator(".quick-input-box input");
	}
}
