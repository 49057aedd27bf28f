import { findSkipReason } from "./skipBecause.ts";
import type { TestEvent } from "./testEvent.ts";

/**
 * A mocha reporter that prints nothing and tells every result as it comes.
 * @param base of the mocha that will run it: there is one for Node and one for browsers
 */
export function createReporter(
	base: typeof Mocha.reporters.Base,
	tell: (event: TestEvent) => void,
): Mocha.ReporterConstructor {
	return class EventReporter extends base {
		constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
			super(runner, options);
			runner.on("suite", (suite) => tell({ kind: "suite", titlePath: suite.titlePath() }));
			runner.on("pass", (test) => tell({ kind: "pass", titlePath: test.titlePath() }));
			runner.on("fail", (test, error: unknown) =>
				tell({ kind: "fail", titlePath: test.titlePath(), details: describeError(error) }),
			);
			runner.on("pending", (test) => {
				const reason = findSkipReason(test);
				const titlePath = test.titlePath();
				tell(
					reason === undefined
						? { kind: "fail", titlePath, details: "Skipped without a reason: use skipBecause(this, reason)." }
						: { kind: "skip", titlePath, reason },
				);
			});
			runner.on("end", () => tell({ kind: "end" }));
		}
	};
}

function describeError(error: unknown): string {
	if (!(error instanceof Error)) {
		return String(error);
	}
	const text = error.stack?.includes(error.message) ? error.stack : `${error}\n${error.stack ?? ""}`;
	return error.cause === undefined ? text : `${text}\nCaused by: ${describeError(error.cause)}`;
}
