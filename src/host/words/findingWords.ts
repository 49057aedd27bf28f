import * as vscode from "vscode";
import type { BrokenLicenseRule, Finding, FindingDetails } from "../../core/policy/finding.ts";
import { nameLicense } from "./licenseName.ts";
import { formatCount, formatTokens } from "./numbers.ts";
import { summarizeVerdict } from "./verdictWords.ts";

/** A finding about a model, as a sentence. */
export function describeFinding(finding: Finding | FindingDetails, id: string): string {
	switch (finding.code) {
		case "notFound":
			return vscode.l10n.t("The Hub has no model “{0}”, or it is private.", id);
		case "renamed":
			return finding.to.toLowerCase() === id.toLowerCase()
				? vscode.l10n.t("On the Hub this model is written “{0}”.", finding.to)
				: vscode.l10n.t("“{0}” is now “{1}” on the Hub.", id, finding.to);
		case "gated":
			return describeGated(finding);
		case "licenseForbidden":
			return describeForbidden(finding);
		case "organizationForbidden":
			return finding.rule === "forbidden"
				? vscode.l10n.t("The policy forbids models of “{0}”.", finding.organization)
				: vscode.l10n.t("“{0}” is not among the owners that the policy allows.", finding.organization);
		case "licenseNotStated":
			return finding.license === undefined
				? vscode.l10n.t("“{0}” states no license: nothing is granted by default.", id)
				: vscode.l10n.t(
						"The license of “{0}” ({1}) is none whose terms are known.",
						id,
						nameLicense(finding.license),
					);
		case "licenseConflict":
			return vscode.l10n.t(
				"“{0}” declares {1}, but {2}, which it was made from, asks for more: {3}.",
				id,
				nameLicense(finding.license),
				finding.ancestor,
				nameLicense(finding.ancestorLicense),
			);
		case "licenseChanged":
			return vscode.l10n.t(
				"The license of “{0}” was {1} when it was pinned; it is {2} now.",
				id,
				nameLicense(finding.before),
				nameLicense(finding.after),
			);
		case "unsafeWeights":
			return vscode.l10n.t("Its weights are pickles, which can run code when they are loaded.");
		case "customCode":
			return vscode.l10n.t("Loading it runs code from its repository.");
		case "securityIssues":
			return vscode.l10n.t("The Hub's scanners found issues in its files.");
		case "hasSuccessor":
			return vscode.l10n.t("Its owner has a newer one that takes its place: {0}.", finding.successor);
		case "doesNotFit":
			return describeUnfit(finding);
		case "contextTooShort":
			return vscode.l10n.t(
				"It takes {0} tokens of context; the policy asks for {1}.",
				formatTokens(finding.declaredTokens),
				formatTokens(finding.askedTokens),
			);
		case "embeddingDimension":
			return vscode.l10n.t(
				"Its embeddings have {0} dimensions; the vector store here has {1}.",
				formatCount(finding.dimension),
				formatCount(finding.expected),
			);
		case "notPinned":
			return vscode.l10n.t("Not pinned: what “{0}” loads can change from one day to the next.", id);
		default:
			return describePin(finding);
	}
}

function describePin(
	finding: Extract<FindingDetails, { code: "pinDiffers" | "pinMoved" | "pinBroken" }>,
): string {
	switch (finding.code) {
		case "pinDiffers":
			return vscode.l10n.t(
				"The commit here ({0}) is not the one in the lock ({1}).",
				shorten(finding.written),
				finding.locked.map(shorten).join(", "),
			);
		case "pinMoved":
			return vscode.l10n.t(
				"There are newer commits than the pinned one: {0} → {1}.",
				shorten(finding.pinned),
				shorten(finding.current),
			);
		case "pinBroken":
			return finding.files.length === 0
				? vscode.l10n.t("The pinned commit {0} is gone.", shorten(finding.pinned))
				: vscode.l10n.t(
						"Files are others than when it was pinned: {0}",
						finding.files.slice(0, 5).join(", "),
					);
	}
}

function describeGated({ gating, hasAccess }: Extract<FindingDetails, { code: "gated" }>): string {
	if (hasAccess === true) {
		return vscode.l10n.t("Gated: your token has access; others who run this need their own.");
	}
	if (hasAccess === false) {
		return gating === "auto"
			? vscode.l10n.t("Gated: your token has no access yet. Accept its terms on the Hub.")
			: vscode.l10n.t("Gated: your token has no access yet. Ask its authors on the Hub.");
	}
	return gating === "auto"
		? vscode.l10n.t("Gated: its files need an accepted form and a token.")
		: vscode.l10n.t("Gated: its files need the authors' approval and a token.");
}

function describeForbidden({
	rule,
	license,
	ancestor,
}: Extract<FindingDetails, { code: "licenseForbidden" }>): string {
	const name = nameLicense(license);
	return ancestor === undefined ? describeRule(rule, name) : describeInheritedRule(rule, name, ancestor);
}

function describeRule(rule: BrokenLicenseRule, license: string): string {
	switch (rule) {
		case "forbidden":
			return vscode.l10n.t("The policy forbids its license: {0}.", license);
		case "notAllowed":
			return vscode.l10n.t("Its license is not among those that the policy allows: {0}.", license);
		case "territory":
			return vscode.l10n.t("Its license grants no rights where the policy needs them: {0}.", license);
	}
}

function describeInheritedRule(rule: BrokenLicenseRule, license: string, ancestor: string): string {
	switch (rule) {
		case "forbidden":
			return vscode.l10n.t(
				"The policy forbids the license of {0}, which it was made from: {1}.",
				ancestor,
				license,
			);
		case "notAllowed":
			return vscode.l10n.t(
				"The license of {0}, which it was made from, is not among those that the policy allows: {1}.",
				ancestor,
				license,
			);
		case "territory":
			return vscode.l10n.t(
				"The license of {0}, which it was made from, grants no rights where the policy needs them: {1}.",
				ancestor,
				license,
			);
	}
}

function describeUnfit({ verdicts, isPolicys }: Extract<FindingDetails, { code: "doesNotFit" }>): string {
	const [first, second] = verdicts;
	if (isPolicys) {
		return first !== undefined && second === undefined
			? vscode.l10n.t("On the policy's target it {0}.", summarizeVerdict(first))
			: vscode.l10n.t("It fits none of the {0} targets that the policy names.", formatCount(verdicts.length));
	}
	return first !== undefined && second === undefined
		? vscode.l10n.t("On the checked target it {0}.", summarizeVerdict(first))
		: vscode.l10n.t("It fits none of the {0} checked targets.", formatCount(verdicts.length));
}

/** The first digits of a commit, which is how people name it. */
function shorten(commit: string): string {
	return commit.slice(0, 8);
}
