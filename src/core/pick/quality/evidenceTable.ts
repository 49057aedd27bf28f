import evidence from "./evidence.json" with { type: "json" };
import { openQualityKnowledge, type QualityKnowledge } from "./scoreModels.ts";

let knowledge: QualityKnowledge | undefined;

/** All that is known of quality, for programs that hold the table: the extension reads it as a file, when it first picks. */
export function readEvidenceTable(): QualityKnowledge {
	knowledge ??= openQualityKnowledge(evidence);
	return knowledge;
}
