import type { FileProblem } from "../policy/fileProblem.ts";
import type { FindingDetails } from "../policy/finding.ts";
import type { FindingCode } from "../policy/findingCode.ts";
import type { Audit } from "./audit.ts";

/** What every report of an audit is made from. */
export interface ReportInput {
	readonly audit: Audit;
	/** Everything wrong in the policy and the lock, with their file's path from the root. */
	readonly problems: readonly FileReport[];
	/** What is audited: a folder's name. */
	readonly name: string;
	/** Of this extension or command. */
	readonly toolVersion: string;
	/** Where models' pages are, without a slash at the end. */
	readonly endpoint: string;
}

/** A problem of a policy or a lock where it stands. */
export interface FileReport {
	readonly path: string;
	/** 1-based. */
	readonly line: number;
	readonly column: number;
	readonly problem: FileProblem;
}

/** The words that a report needs. */
export interface ReportWords {
	readonly describeFinding: (finding: FindingDetails, repoId: string) => string;
	readonly nameFinding: (code: FindingCode) => string;
	readonly describeFileProblem: (problem: FileProblem) => string;
	readonly nameFileProblem: () => string;
}

/** Problems of a file with their lines, counted in its text. */
export function locateProblems(
	path: string,
	text: string,
	problems: readonly FileProblem[],
): readonly FileReport[] {
	return problems.map((problem) => {
		const before = text.slice(0, problem.start);
		const lineStart = before.lastIndexOf("\n") + 1;
		return {
			path,
			line: before.split("\n").length,
			column: before.length - lineStart + 1,
			problem,
		};
	});
}
