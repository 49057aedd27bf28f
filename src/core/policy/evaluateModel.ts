import type { Verdict } from "../fit/verdict.ts";
import { judgeLineage } from "../license/judgeLineage.ts";
import type { Ancestor } from "../license/lineage.ts";
import { resolveLicense } from "../license/resolveLicense.ts";
import type { DeclaredLicense, Model } from "../model/model.ts";
import { parseRepoId } from "../model/repoId.ts";
import { checkLicense } from "./checkLicense.ts";
import { findException } from "./findException.ts";
import type { BrokenRule, Finding, FindingDetails } from "./finding.ts";
import type { FindingCode } from "./findingCode.ts";
import { readSeverity } from "./findingSeverity.ts";
import { findPins, isCommit, type Lock } from "./lock.ts";
import type { Policy } from "./policy.ts";
import type { Severity } from "./severity.ts";

/** A model's ID as code has it. */
export interface UsedModel {
	/** As written. */
	readonly id: string;
	/** Commit, branch or tag beside it. */
	readonly revision?: string;
}

/** What is known of a model that code uses. */
export type ModelFacts =
	/** Nothing: it was not asked for, or the Hub could not be reached. */
	| { readonly status: "unread" }
	/** The Hub says that there is none, or that it is private. */
	| { readonly status: "missing" }
	| {
			readonly status: "known";
			readonly model: Model;
			/** What it was made from, as far as known (`listAncestors`). */
			readonly ancestors?: readonly Ancestor[];
			/** Whether the token in use may load a gated model's files. */
			readonly hasAccess?: boolean;
			/** Repo id of a newer model of the same owner that takes its place. */
			readonly successor?: string;
			/** Size of its embeddings, and of what the code's vector store holds. */
			readonly embeddingDimension?: number;
			readonly storeDimension?: number;
			/** On the targets that count: those of the policy, else those that the user checked. */
			readonly verdicts?: readonly Verdict[];
	  };

/** What models are held against. */
export interface Rules {
	readonly policy: Policy;
	/** Absent: nothing is pinned, and nothing is said about that a repository without a lock has no pins in it. */
	readonly lock?: Lock;
	/** `YYYY-MM-DD`. */
	readonly today: string;
	/** The user's own severities. */
	readonly severities?: Readonly<Partial<Record<FindingCode, Severity>>>;
}

/**
 * Everything that is found about one use of a model, those that an exception covers included. Unknown facts give no
 * finding: nothing is said that is not known.
 */
export function evaluateModel(used: UsedModel, facts: ModelFacts, rules: Rules): readonly Finding[] {
	const canonicalId = facts.status === "known" ? facts.model.repoId : used.id;
	return listDetails(used, facts, rules).flatMap((details): readonly Finding[] => {
		const severity = readSeverity(details.code, rules.policy, rules.severities);
		if (severity === "off") {
			return [];
		}
		const exception =
			findException(rules.policy, canonicalId, details.code, rules.today) ??
			findException(rules.policy, used.id, details.code, rules.today);
		return [{ ...details, severity, ...(exception === undefined ? {} : { exception }) }];
	});
}

function listDetails(used: UsedModel, facts: ModelFacts, rules: Rules): readonly FindingDetails[] {
	if (facts.status === "missing") {
		return [{ code: "notFound" }];
	}
	const repoId = facts.status === "known" ? facts.model.repoId : used.id;
	const pins = checkPins(used, repoId, rules);
	const organization = checkOrganization(repoId, rules.policy);
	return facts.status === "known"
		? [...checkModel(used, facts, rules), ...organization, ...pins]
		: [...organization, ...pins];
}

function checkModel(
	used: UsedModel,
	facts: Extract<ModelFacts, { status: "known" }>,
	{ policy, lock }: Rules,
): readonly FindingDetails[] {
	const { model, hasAccess, successor = model.successor, verdicts = [], embeddingDimension } = facts;
	const found: FindingDetails[] = [];
	if (used.id !== model.repoId) {
		found.push({ code: "renamed", to: model.repoId });
	}
	if (model.gating === "auto" || model.gating === "manual") {
		found.push({ code: "gated", gating: model.gating, ...(hasAccess === undefined ? {} : { hasAccess }) });
	}
	found.push(...checkLicenses(model, facts.ancestors ?? [], policy));
	const [changed] = findPins(lock ?? { models: [] }, model.repoId).filter(
		({ license }) => !isSameLicense(license, model.license),
	);
	if (changed !== undefined) {
		found.push(nameChange(changed.license, model.license));
	}
	if (model.formats.length > 0 && model.formats.every((format) => format === "pytorch")) {
		found.push({ code: "unsafeWeights" });
	}
	if (model.hasCustomCode === true) {
		found.push({ code: "customCode" });
	}
	if (model.security === "issues") {
		found.push({ code: "securityIssues" });
	}
	if (successor !== undefined) {
		found.push({ code: "hasSuccessor", successor });
	}
	const fitsNone = verdicts.every(({ answer }) => answer === "tooLarge" || answer === "unsupported");
	if (verdicts.length > 0 && fitsNone) {
		found.push({ code: "doesNotFit", verdicts, isPolicys: policy.targets.length > 0 });
	}
	const declaredTokens = model.contextLength?.value;
	if (policy.contextTokens !== undefined && (declaredTokens ?? Infinity) < policy.contextTokens) {
		found.push({
			code: "contextTooShort",
			declaredTokens: declaredTokens ?? 0,
			askedTokens: policy.contextTokens,
		});
	}
	const expected = facts.storeDimension ?? policy.embeddingDimension;
	if (embeddingDimension !== undefined && expected !== undefined && embeddingDimension !== expected) {
		found.push({ code: "embeddingDimension", dimension: embeddingDimension, expected });
	}
	return found;
}

function checkLicenses(
	model: Model,
	ancestors: readonly Ancestor[],
	policy: Policy,
): readonly FindingDetails[] {
	const found: FindingDetails[] = [];
	const { license } = model;
	const own = license?.origin === "inherited" ? undefined : license;
	const rule = checkLicense(license, policy.licenses, model);
	const base = license?.inheritedFrom;
	if (rule !== undefined) {
		found.push({
			code: "licenseForbidden",
			rule,
			...(license === undefined ? {} : { license }),
			...(base === undefined ? {} : { ancestor: base }),
		});
	}
	if (own === undefined || resolveLicense(own).known === undefined) {
		found.push({ code: "licenseNotStated", ...(license === undefined ? {} : { license }) });
	}
	for (const ancestor of judgeLineage(own, ancestors)) {
		const broken = ancestor.license && checkLicense(ancestor.license, policy.licenses, model);
		if (broken !== undefined && ancestor.license !== undefined && rule === undefined) {
			found.push({
				code: "licenseForbidden",
				rule: broken,
				license: ancestor.license,
				ancestor: ancestor.repoId,
			});
		}
		if (ancestor.answer === "conflict" && own !== undefined && ancestor.license !== undefined) {
			found.push({
				code: "licenseConflict",
				license: own,
				ancestor: ancestor.repoId,
				ancestorLicense: ancestor.license,
			});
		}
	}
	return found;
}

function checkOrganization(repoId: string, { organizations }: Policy): readonly FindingDetails[] {
	const organization = parseRepoId(repoId)?.owner;
	if (organization === undefined) {
		return [];
	}
	const isListed = (list: readonly string[]): boolean =>
		list.some((each) => each.toLowerCase() === organization.toLowerCase());
	let rule: BrokenRule | undefined;
	if (isListed(organizations.forbid)) {
		rule = "forbidden";
	} else if (organizations.allow.length > 0 && !isListed(organizations.allow)) {
		rule = "notAllowed";
	}
	return rule === undefined ? [] : [{ code: "organizationForbidden", rule, organization }];
}

function checkPins(used: UsedModel, repoId: string, { lock }: Rules): readonly FindingDetails[] {
	const pins = lock === undefined ? [] : [...findPins(lock, used.id), ...findPins(lock, repoId)];
	const written = used.revision !== undefined && isCommit(used.revision) ? used.revision : undefined;
	if (written === undefined) {
		return pins.length === 0 ? [{ code: "notPinned" }] : [];
	}
	const locked = [...new Set(pins.map(({ revision }) => revision))];
	return locked.length > 0 && !locked.includes(written) ? [{ code: "pinDiffers", written, locked }] : [];
}

type Statement = Pick<DeclaredLicense, "id" | "name" | "link"> | undefined;

/** By id and name: a link may be rewritten without a change of terms. An inherited statement is none. */
function isSameLicense(before: Statement, after: DeclaredLicense | undefined): boolean {
	const now = after?.origin === "inherited" ? undefined : after;
	return before?.id === now?.id && before?.name?.toLowerCase() === now?.name?.toLowerCase();
}

function nameChange(before: Statement, after: DeclaredLicense | undefined): FindingDetails {
	return {
		code: "licenseChanged",
		...(before === undefined ? {} : { before: { ...before, origin: "card" } }),
		...(after === undefined ? {} : { after }),
	};
}
