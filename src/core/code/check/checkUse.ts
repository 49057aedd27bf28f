import { evaluateModel, type ModelFacts, type Rules } from "../../policy/evaluateModel.ts";
import type { Finding } from "../../policy/finding.ts";
import type { ModelIdUse } from "../ids/modelIdUse.ts";
import { toRepoId } from "./legacyId.ts";

/** What is found about an ID where it stands, without what an exception of the policy covers. */
export function checkUse(use: ModelIdUse, facts: ModelFacts, rules: Rules): readonly Finding[] {
	const { id, revision } = use;
	const repoId = toRepoId(id);
	const found = evaluateModel(
		{ id: repoId, ...(revision === undefined ? {} : { revision }) },
		facts,
		rules,
	).filter(({ exception }) => exception === undefined);
	// Names without an owner are words like any other: libraries give some of them a meaning of their own.
	return facts.status === "missing" && !id.includes("/") ? [] : found;
}
