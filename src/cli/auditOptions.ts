import { parseArgs } from "node:util";

/** How an audit's result is written. */
export const auditFormats = ["text", "sarif", "cyclonedx", "markdown", "json"] as const;

/** How an audit's result is written. */
export type AuditFormat = (typeof auditFormats)[number];

/** What the command line asks for. */
export interface AuditOptions {
	/** A folder or a file. */
	readonly path: string;
	readonly format: AuditFormat;
	/** The quietest severity that fails. */
	readonly failOn: "error" | "warning";
	readonly endpoint: string;
	readonly isOffline: boolean;
}

/** The command line was used wrongly; the message says how. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}

/** How the command is used. */
export const usage = `Usage: open-models audit [PATH] [options]

Finds the models that the code under PATH (default: the current folder) uses, and
holds them against .openmodels.json and openmodels.lock there.

Options:
  --format FORMAT    text (default), sarif, cyclonedx, markdown or json
  --fail-on LEVEL    error (default) or warning: what makes the exit code 1
  --endpoint URL     the Hub (default: HF_ENDPOINT, else https://huggingface.co)
  --offline          do not ask the Hub: only pins, owners and locked licenses are checked
  --help, --version

HF_TOKEN, if set, is sent to the Hub and to nobody else.

Exit code: 0 nothing at that level or above, 1 something is, 2 wrong usage or
unreadable files, 3 the Hub could not be asked about all of it.
`;

/**
 * Reads the arguments after `audit`.
 * @throws UsageError
 */
export function parseAuditOptions(
	args: readonly string[],
	environment: Readonly<Record<string, string | undefined>>,
): AuditOptions {
	const { values, positionals } = parse(args);
	const [path = ".", extra] = positionals;
	if (extra !== undefined) {
		throw new UsageError(`One path at most, but there is also "${extra}".`);
	}
	const { format = "text", "fail-on": failOn = "error" } = values;
	const known = auditFormats.find((each) => each === format);
	if (known === undefined) {
		throw new UsageError(`--format takes ${auditFormats.join(", ")}; not "${format}".`);
	}
	if (failOn !== "error" && failOn !== "warning") {
		throw new UsageError(`--fail-on takes error or warning; not "${failOn}".`);
	}
	const endpoint = values.endpoint ?? (environment["HF_ENDPOINT"] || "https://huggingface.co");
	if (!/^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/i.test(endpoint)) {
		throw new UsageError(`"${endpoint}" is no http or https address of a Hub.`);
	}
	return {
		path,
		format: known,
		failOn,
		endpoint: endpoint.replace(/\/+$/, ""),
		isOffline: values.offline ?? false,
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				format: { type: "string" },
				"fail-on": { type: "string" },
				endpoint: { type: "string" },
				offline: { type: "boolean" },
			},
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
