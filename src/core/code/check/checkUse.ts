import type { ModelIdUse } from "../ids/modelIdUse.ts";
import type { Finding } from "./finding.ts";
import type { IdKnowledge } from "./idKnowledge.ts";
import { toRepoId } from "./legacyId.ts";

/** What is to be said of an ID where it stands, from what is known of it. Nothing known, nothing said. */
export function checkUse(use: ModelIdUse, knowledge: IdKnowledge): readonly Finding[] {
	const { id } = use;
	const isLikely = use.confidence === "likely";
	const at = { id, span: { start: use.start, end: use.end }, isLikely };
	if (knowledge.kind === "unknown") {
		return [];
	}
	if (knowledge.kind === "missing") {
		// Names without an owner are words like any other: libraries give some of them a meaning of their own.
		return id.includes("/") ? [{ ...at, code: "missing", mayBePrivate: knowledge.mayBePrivate }] : [];
	}
	const { model, hasAccess } = knowledge;
	const findings: Finding[] = [];
	const repoId = toRepoId(id);
	if (model.repoId !== repoId) {
		const isCaseOnly = model.repoId.toLowerCase() === repoId.toLowerCase();
		findings.push({ ...at, code: "renamed", canonicalId: model.repoId, isCaseOnly });
	}
	if (model.gating === "auto" || model.gating === "manual") {
		const access = hasAccess === undefined ? {} : { hasAccess };
		if (hasAccess !== true) {
			findings.push({ ...at, code: "gated", gating: model.gating, ...access });
		}
	}
	return findings;
}
