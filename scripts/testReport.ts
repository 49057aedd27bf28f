import type { TestEvent } from "../test/workbench/testEvent.ts";

interface Remark {
	readonly name: string;
	readonly text: string;
}

/** Counts what checks and suites found, shows it as it comes, and sums it up at the end. */
export class TestReport {
	private passedCount = 0;
	private readonly failures: Remark[] = [];
	private readonly skips: Remark[] = [];

	/** Runs something that passes or fails as a whole, by throwing. */
	async check(name: string, run: () => Promise<void>): Promise<void> {
		console.log(`\n${name}`);
		try {
			await run();
			this.passedCount += 1;
		} catch (error) {
			this.fail(name, error instanceof Error ? error.message : String(error));
		}
	}

	/** Runs a suite that tells its results one by one; if it throws, that is one failure more. */
	async suite(name: string, run: (tell: (event: TestEvent) => void) => Promise<void>): Promise<void> {
		console.log(`\n${name}`);
		let shownPath: readonly string[] = [];
		const show = (titlePath: readonly string[], mark: string): void => {
			titlePath.slice(0, -1).forEach((title, depth) => {
				if (titlePath.slice(0, depth + 1).join("\n") !== shownPath.slice(0, depth + 1).join("\n")) {
					console.log(`${"  ".repeat(depth + 1)}${title}`);
				}
			});
			shownPath = titlePath.slice(0, -1);
			console.log(`${"  ".repeat(titlePath.length)}${mark} ${titlePath.at(-1)}`);
		};
		try {
			await run((event) => {
				if (event.kind === "pass") {
					this.passedCount += 1;
					show(event.titlePath, "✓");
				} else if (event.kind === "fail") {
					show(event.titlePath, "✗");
					this.fail([name, ...event.titlePath].join(" › "), event.details);
				} else if (event.kind === "skip") {
					show(event.titlePath, "–");
					this.skips.push({ name: [name, ...event.titlePath].join(" › "), text: event.reason });
				}
			});
		} catch (error) {
			this.fail(name, error instanceof Error ? error.message : String(error));
		}
	}

	/**
	 * Lists what was skipped and what failed, then the one line of totals.
	 * @returns the exit code
	 */
	finish(): number {
		if (this.skips.length > 0) {
			for (const reason of new Set(this.skips.map(({ text }) => text))) {
				console.log(`\nSkipped: ${reason}`);
				for (const { name } of this.skips.filter(({ text }) => text === reason)) {
					console.log(`  – ${name}`);
				}
			}
		}
		if (this.failures.length > 0) {
			console.log("\nFailed:");
			for (const { name, text } of this.failures) {
				console.log(`\n  ✗ ${name}\n${text.replace(/^/gm, "      ")}`);
			}
		}
		const skipped = this.skips.length > 0 ? `, ${this.skips.length} skipped` : "";
		console.log(`\n${this.passedCount} passed, ${this.failures.length} failed${skipped}`);
		return this.failures.length > 0 ? 1 : 0;
	}

	private fail(name: string, text: string): void {
		this.failures.push({ name, text });
	}
}
