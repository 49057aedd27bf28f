import * as vscode from "vscode";
import type { SupportVerdict } from "../../core/fit/support/judgeSupport.ts";
import type { SupportLevel, SupportRule } from "../../core/fit/support/supportRule.ts";

/** A line of what is said of software, with the rule behind it. */
interface Line {
	readonly label: string;
	readonly value: string;
	readonly detail?: string;
}

/** What the software does with it, one line a runtime that was asked, each with its rule, date and source. */
export function listSupport(support: SupportVerdict): Line[] {
	if (support.answers.length === 0 && !support.rule) {
		return [
			{
				label: vscode.l10n.t("Software"),
				value: vscode.l10n.t("not known: no dated rule is about this format here"),
			},
		];
	}
	const isSilent = ({ support: level, rule }: (typeof support.answers)[number]): boolean =>
		level === "unknown" && !rule;
	const silent = support.answers.filter(isSilent).map(({ runtime }) => runtime);
	const told = support.answers.filter((answer) => !isSilent(answer));
	const lines: Line[] = told.map(({ runtime, backend, support: level, rule }) => ({
		label: runtime,
		value: [nameSupport(level), backend].filter(Boolean).join(" · "),
		...(rule ? { detail: citeRule(rule) } : {}),
	}));
	if (support.answers.length === 0 && support.rule) {
		lines.push({
			label: vscode.l10n.t("Software"),
			value: nameSupport(support.support),
			detail: citeRule(support.rule),
		});
	}
	if (silent.length > 0) {
		lines.push({ label: vscode.l10n.t("Not known of"), value: silent.join(", ") });
	}
	return lines;
}

/** The best runtime, or why there is none, in one line with the rule behind it. */
export function summarizeSupport(
	support: SupportVerdict,
): { label: string; value: string; detail?: string }[] {
	const { rule, runtime, support: level } = support;
	return [
		{
			label: vscode.l10n.t("Software"),
			value: [runtime, nameSupport(level)].filter(Boolean).join(": "),
			...(rule ? { detail: citeRule(rule) } : {}),
		},
	];
}

/** How well a runtime runs a format, in words. */
export function nameSupport(level: SupportLevel): string {
	switch (level) {
		case "native":
			return vscode.l10n.t("runs");
		case "emulated":
			return vscode.l10n.t("runs, by expanding or falling back");
		case "experimental":
			return vscode.l10n.t("experimental");
		case "unknown":
			return vscode.l10n.t("not known");
		case "unsupported":
			return vscode.l10n.t("does not run");
	}
}

function citeRule(rule: SupportRule): string {
	const date = rule.isDateInferred ? vscode.l10n.t("about {0}", rule.asOf) : rule.asOf;
	return [
		vscode.l10n.t("Rule {0}, {1}", rule.id, date),
		rule.conflict ? vscode.l10n.t("sources disagree") : undefined,
		rule.sources[0],
	]
		.filter(Boolean)
		.join(" · ");
}
