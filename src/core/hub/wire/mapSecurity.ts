import * as v from "valibot";
import type { SecurityStatus } from "../../model/model.ts";

const scanSchema = v.object({ scansDone: v.boolean(), filesWithIssues: v.array(v.unknown()) });

/** The Hub's report of its scanners. Not done is `unknown`, never clean; `undefined` for what is no report. */
export function mapSecurity(json: unknown): SecurityStatus | undefined {
	const report = v.safeParse(scanSchema, json);
	if (!report.success) {
		return undefined;
	}
	if (report.output.filesWithIssues.length > 0) {
		return "issues";
	}
	return report.output.scansDone ? "clean" : "unknown";
}
