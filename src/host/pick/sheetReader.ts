import type { Target } from "../../core/hardware/target.ts";
import type { SourceFile } from "../../core/pick/sheet/code/sourceFile.ts";
import { completeSheet } from "../../core/pick/sheet/completeSheet.ts";
import { listPolicy } from "../../core/pick/sheet/listPolicy.ts";
import { readSheet } from "../../core/pick/sheet/readSheet.ts";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import type { WorkloadPlace } from "./readWorkspace.ts";

/** What a workload is read from. */
export interface SheetSources {
	readonly text: string;
	readonly place: WorkloadPlace | undefined;
	readonly manifests: readonly SourceFile[];
	readonly rules: RuleStore;
}

/** What words, code and policy ask for; nothing of what is usual is added. */
export function readWorkload({ text, place, manifests, rules }: SheetSources): RequirementSheet {
	const files = place?.files ?? [];
	const own = new Set(files.map(({ path }) => path));
	return readSheet({
		text,
		files: [...files, ...manifests.filter(({ path }) => !own.has(path))],
		lines: place?.lines,
		policy: listPolicy(rules.find(place?.uri).policy),
	});
}

/** The whole sheet, ready to choose by; `undefined` where nothing tells what for. */
export function readWhole(sources: SheetSources, targets: readonly Target[]): RequirementSheet | undefined {
	const sheet = readWorkload(sources);
	return sheet.requirements.some(({ kind }) => kind === "task") ? completeSheet(sheet, targets) : undefined;
}
