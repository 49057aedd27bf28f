import { setTimeout as delay } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { insist } from "./insist.ts";
import { until } from "./until.ts";

/** How long something that may not happen is waited for. */
const patienceMs = 10_000;
/** How long a box that is shown may take to listen. */
const listeningMs = 20_000;
/** How long one that may be on its way out may. */
const leavingMs = 2000;
const pollMs = 50;

/**
 * The box in the middle of the window: commands, quick picks and input boxes. What is pressed and typed goes into the
 * box itself, wherever the focus has strayed meanwhile.
 */
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
		await until(
			"the end of the box",
			() => this.readTitle(),
			(title) => title === noBox,
		);
	}

	/** Leaves whatever box is shown, if one is. */
	async leave(): Promise<void> {
		await insist(
			"no box",
			() => this.press("Escape", leavingMs).catch(() => undefined),
			() => this.isShown(),
			(isShown) => !isShown,
		);
	}

	/** Acts in the box; false, too, where it went away under one's hands. */
	async whileShown(act: () => Promise<boolean>): Promise<boolean> {
		try {
			return await act();
		} catch (error) {
			if (await this.isShown()) {
				throw error;
			}
			return false;
		}
	}

	async isShown(): Promise<boolean> {
		return this.#widget.isVisible();
	}

	async readTitle(): Promise<string> {
		const [title] = (await this.isShown())
			? await this.#widget.locator(".quick-input-title").allTextContents()
			: [noBox];
		return title ?? "";
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

	/** Whether, within a few seconds, it is shown with a text that ends like this. */
	async proposes(end: string): Promise<boolean> {
		return this.#happens(async () => (await this.isShown()) && (await this.input.inputValue()).endsWith(end));
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
		await this.input.fill(text, { timeout: listeningMs });
	}

	/** The same key by key, and waits until it stands there. */
	async typeByKey(text: string): Promise<void> {
		await insist(
			`“${text}” in the box`,
			async () => {
				await this.press("ControlOrMeta+A");
				await this.input.pressSequentially(text);
			},
			() => this.input.inputValue(),
			(value) => value === text,
		);
	}

	/** Goes down until the row that begins like this is the active one; it may come, or move, while one goes. */
	async goTo(start: string): Promise<void> {
		await until(
			`the row “${start}”`,
			async () => {
				const isThere = await this.#walkTo(start);
				return isThere ? start : (await this.listRows()).join(" / ");
			},
			(found) => found === start,
		);
	}

	/** Once through the rows, and those that are not on the screen. */
	async #walkTo(start: string): Promise<boolean> {
		const count = (await this.rows.count()) + 60;
		for (let moves = 0; moves < count; moves += 1) {
			if ((await this.readActive()).startsWith(start)) {
				return true;
			}
			await this.press("ArrowDown");
		}
		return false;
	}

	/** Goes to a row and presses Enter. */
	async choose(start: string): Promise<void> {
		await this.finds(start);
		await this.goTo(start);
		await this.press("Enter");
	}

	/** Checks the row that begins like this, or takes the check away, by keyboard. */
	async setChecked(start: string, isChecked: boolean): Promise<void> {
		const row = this.rows.and(this.#page.locator(`[aria-label^="${start}"]`)).first();
		await insist(
			`${isChecked ? "a" : "no"} check at “${start}”`,
			async () => {
				await this.goTo(start);
				await this.press("Space");
			},
			() => row.getByRole("checkbox").isChecked(),
			(now) => now === isChecked,
		);
	}

	/** The same by pointer. */
	async clickChecked(start: string, isChecked: boolean): Promise<void> {
		const box = this.rows
			.and(this.#page.locator(`[aria-label^="${start}"]`))
			.first()
			.getByRole("checkbox");
		await insist(
			`${isChecked ? "a" : "no"} check at “${start}”`,
			() => box.click(),
			() => box.isChecked(),
			(now) => now === isChecked,
		);
	}

	async pressOk(): Promise<void> {
		await this.#widget.getByRole("button", { name: "OK" }).click();
	}

	/** Presses a key in the box: where the focus is in it, in its input when it has strayed out of it. */
	async press(key: string, timeout = listeningMs): Promise<void> {
		const isInside = await this.#widget.evaluate((widget) => widget.contains(document.activeElement));
		if (!isInside) {
			await this.input.focus({ timeout });
		}
		await this.#page.keyboard.press(key);
	}

	get input(): Locator {
		return this.#widget.locator(".quick-input-box input");
	}
}

const noBox = "(no box)";
