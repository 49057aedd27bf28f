import { toRepoId } from "../code/check/legacyId.ts";
import type { Verdict } from "../fit/verdict.ts";
import type { Model } from "../model/model.ts";
import { evaluateModel, type ModelFacts, type Rules } from "../policy/evaluateModel.ts";
import type { Finding } from "../policy/finding.ts";
import { findPins } from "../policy/lock.ts";
import type { Audit, AuditedModel, FoundUse } from "./audit.ts";

/** What an audit is made from. */
export interface AuditInput {
	readonly uses: readonly FoundUse[];
	/** By ID as written, with the owner that a name without one stands for. */
	readonly facts: ReadonlyMap<string, ModelFacts>;
	readonly rules: Rules;
	/** Verdicts on the targets of the policy; absent: fit is not judged. */
	readonly judge?: (model: Model) => readonly Verdict[];
	readonly fileCount: number;
	readonly skippedFiles: number;
	readonly requests: number;
	readonly atMs: number;
}

/** Puts uses, facts and rules together. Uses of one model under several names stand together under its canonical one. */
export function createAudit(input: AuditInput): Audit {
	const { facts, rules, judge, uses } = input;
	const byModel = new Map<string, { facts: ModelFacts; uses: FoundUse[] }>();
	for (const use of uses) {
		const known = facts.get(toRepoId(use.id)) ?? { status: "unread" };
		const repoId = known.status === "known" ? known.model.repoId : toRepoId(use.id);
		const group = byModel.get(repoId);
		if (group === undefined) {
			byModel.set(repoId, { facts: withVerdicts(known, judge), uses: [use] });
		} else {
			group.uses.push(use);
		}
	}
	const models = [...byModel]
		.sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
		.map(
			([repoId, group]): AuditedModel => ({
				repoId,
				facts: group.facts,
				pins: rules.lock === undefined ? [] : findPins(rules.lock, repoId),
				uses: group.uses.map((use) => ({ ...use, findings: checkFound(use, group.facts, rules) })),
			}),
		);
	return {
		models,
		fileCount: input.fileCount,
		skippedFiles: input.skippedFiles,
		requests: input.requests,
		unreadModels: models.filter((model) => model.facts.status === "unread").length,
		atMs: input.atMs,
	};
}

/** Names without an owner are words like any other: that the Hub has none by that name says nothing. */
function checkFound(use: FoundUse, facts: ModelFacts, rules: Rules): readonly Finding[] {
	return facts.status === "missing" && !use.id.includes("/")
		? []
		: evaluateModel({ ...use, id: toRepoId(use.id) }, facts, rules);
}

function withVerdicts(facts: ModelFacts, judge: AuditInput["judge"]): ModelFacts {
	return facts.status === "known" && judge !== undefined ? { ...facts, verdicts: judge(facts.model) } : facts;
}
