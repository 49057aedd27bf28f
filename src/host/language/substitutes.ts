import { readEmbeddingDimension } from "../../core/code/check/embeddingDimension.ts";
import { findVariants } from "../../core/code/check/findVariants.ts";
import type { Model } from "../../core/model/model.ts";
import type { Finding } from "../../core/policy/finding.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { ModelJudge } from "../state/modelJudge.ts";

const mostOfAKind = 2;

/** Models of which the finding would not be told, as far as we know models: each kind best first. */
export function listSubstitutes(
	finding: Finding,
	model: Model,
	known: readonly Model[],
	judge: ModelJudge,
	policy: Policy,
): readonly Model[] {
	const fits = (each: Model): boolean =>
		judge.judge(each, policy).some(({ verdict }) => verdict.answer === "fits");
	const take = (models: readonly Model[], isWanted: (each: Model) => boolean): readonly Model[] => {
		const taken: Model[] = [];
		for (const each of models) {
			if (taken.length < mostOfAKind && isWanted(each)) {
				taken.push(each);
			}
		}
		return taken;
	};
	switch (finding.code) {
		case "doesNotFit": {
			const { quantized, smaller } = findVariants(model, known);
			return [...take(quantized, fits), ...take(smaller, fits)];
		}
		case "unsafeWeights":
		case "customCode":
		case "securityIssues":
			return take(findVariants(model, known).safe, () => true);
		case "embeddingDimension":
			return take(known, (each) => readEmbeddingDimension(each) === finding.expected);
		default:
			return [];
	}
}
