import type { Model } from "../../model/model.ts";
import type { NeedAnswer, Needs } from "../needs.ts";
import { chooseQualityTask } from "../quality/qualityTask.ts";
import { type QualityBasis, type QualityKnowledge, scoreModels } from "../quality/scoreModels.ts";
import type { EvidenceNeed } from "../sheet/requirement.ts";

type EvidenceNeeds = Pick<Needs, "evidence" | "tasks" | "prefersNames" | "capabilities">;

/** What will do, the firmest first. */
const enough: Readonly<Record<EvidenceNeed, readonly QualityBasis["kind"][]>> = {
	task: ["task"],
	any: ["task", "otherTasks"],
	family: ["task", "otherTasks", "family"],
};

/** Whether there are results of independent evaluations, as near as is asked; of work that none judges nothing is known. */
export function checkEvidence(
	model: Model,
	{ evidence, tasks, prefersNames = [], capabilities = [] }: EvidenceNeeds,
	knowledge: QualityKnowledge,
): NeedAnswer {
	if (evidence === undefined) {
		return "yes";
	}
	const task = chooseQualityTask(tasks, [...prefersNames, ...capabilities]);
	if (task === undefined) {
		return "unknown";
	}
	const [quality] = scoreModels([model], task, knowledge);
	return quality !== undefined && enough[evidence].includes(quality.basis.kind) ? "yes" : "no";
}
