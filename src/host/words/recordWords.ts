import * as vscode from "vscode";
import { reasonCodes } from "../../core/pick/pickResult.ts";
import type { PickChange } from "../../core/pick/record/findChanges.ts";
import type { PickRecord, RecordedModel } from "../../core/pick/record/pickRecord.ts";
import type { Requirement } from "../../core/pick/sheet/requirement.ts";
import { nameFailure } from "./failureWords.ts";
import { describeLicense, listObligations } from "./licenseWords.ts";
import { formatBytes, formatCount, formatDay, formatParameters, formatTokens } from "./numbers.ts";
import { describeStated, describeTrail, nameReason, nameRecordedQuality } from "./pickWords.ts";
import { describeRequirement, describeRequirementOrigin } from "./requirementWords.ts";
import { nameAnswer } from "./verdictWords.ts";

/** A record for the pull request: in words for those who review, with the record itself as JSON at the end. */
export function writeRecord(record: PickRecord): string {
	const { choice, alternatives, sheet, data, trail, leftOut } = record;
	const title = vscode.l10n.t("Model choice: {0}", choice.repoId);
	const asOf = data.asOf === undefined ? undefined : formatDay(Date.parse(data.asOf));
	const pin = choice.revision === undefined ? vscode.l10n.t("revision not known") : `\`${choice.revision}\``;
	return [
		`# ${title}`,
		"",
		vscode.l10n.t(
			"Chosen on {0} from {1} models known.",
			formatDay(Date.parse(record.madeAt)),
			formatCount(data.models),
		),
		...(asOf === undefined ? [] : [vscode.l10n.t("The facts are of {0}.", asOf)]),
		"",
		`## ${vscode.l10n.t("What it must do")}`,
		"",
		row([vscode.l10n.t("Requirement"), vscode.l10n.t("Strength"), vscode.l10n.t("From")]),
		row(["---", "---", "---"]),
		...sheet.requirements.map(describeLine),
		"",
		`## ${vscode.l10n.t("How many were left")}`,
		"",
		describeTrail(data.models, trail),
		"",
		`## ${vscode.l10n.t("The choice and its alternatives")}`,
		"",
		...writeModels([choice, ...alternatives]),
		"",
		`## ${vscode.l10n.t("License")}`,
		"",
		describeLicense(toDeclared(choice)),
		...listObligations(toDeclared(choice)).map((sentence) => `- ${sentence}`),
		...(choice.licenseUrl === undefined ? [] : ["", `<${choice.licenseUrl}>`]),
		"",
		vscode.l10n.t("This is no legal advice."),
		"",
		`## ${vscode.l10n.t("Pin")}`,
		"",
		`\`${choice.repoId}\` @ ${pin}`,
		...(leftOut.length === 0
			? []
			: [
					"",
					`## ${vscode.l10n.t("Well known, and why not")}`,
					"",
					...leftOut.map(({ repoId, need, isUnknown }) => `- \`${repoId}\`: ${nameFailure(need, isUnknown)}`),
				]),
		"",
		`<details><summary>${vscode.l10n.t("The record, to pick again from")}</summary>`,
		"",
		"```json",
		JSON.stringify(record, undefined, "\t"),
		"```",
		"",
		"</details>",
		"",
	].join("\n");
}

/** What has changed since a choice was recorded, a sentence each. */
export function describeChange(change: PickChange, repoId: string): string {
	switch (change.kind) {
		case "gone":
			return vscode.l10n.t("{0} is not known any more: removed, made private, or not read yet.", repoId);
		case "renamed":
			return vscode.l10n.t("{0} is called {1} now.", repoId, change.repoId);
		case "fails":
			return vscode.l10n.t(
				"{0} does not satisfy a requirement now: {1}.",
				repoId,
				nameFailure(change.need, change.isUnknown),
			);
		case "license":
			return vscode.l10n.t(
				"The license was {0} and is {1} now.",
				change.from ?? vscode.l10n.t("not stated"),
				change.to ?? vscode.l10n.t("not stated"),
			);
		case "revision":
			return vscode.l10n.t(
				"There is another revision: {0}, was {1}.",
				change.to.slice(0, 8),
				change.from.slice(0, 8),
			);
		case "place":
			return change.to === undefined
				? vscode.l10n.t("It was number {0} and is not among the first now.", formatCount(change.from))
				: vscode.l10n.t(
						"It was number {0} and is number {1} now.",
						formatCount(change.from),
						formatCount(change.to),
					);
		case "ahead":
			return vscode.l10n.t("{0} stands before it now.", change.repoId);
	}
}

function describeLine(requirement: Requirement): string {
	return row([
		describeRequirement(requirement),
		requirement.strength === "must" ? vscode.l10n.t("must") : vscode.l10n.t("prefer"),
		describeRequirementOrigin(requirement.from) || vscode.l10n.t("usual"),
	]);
}

function writeModels(models: readonly RecordedModel[]): readonly string[] {
	const unknown = vscode.l10n.t("not known");
	const targets = models[0]?.verdicts.map(({ target }) => target) ?? [];
	const lines: readonly (readonly [string, (model: RecordedModel) => string | undefined])[] = [
		[vscode.l10n.t("License"), ({ license }) => license?.name ?? license?.id],
		[
			vscode.l10n.t("Parameters"),
			({ parameters }) => (parameters === undefined ? undefined : formatParameters(parameters)),
		],
		[
			vscode.l10n.t("Context"),
			({ contextTokens }) => (contextTokens === undefined ? undefined : formatTokens(contextTokens)),
		],
		...targets.map((target, at): readonly [string, (model: RecordedModel) => string | undefined] => [
			target,
			({ verdicts }) => describeVerdict(verdicts[at]),
		]),
		...(models.some(({ languages }) => languages !== undefined)
			? [[vscode.l10n.t("Languages"), describePublished] as const]
			: []),
		[vscode.l10n.t("Quantized in"), ({ loadAs }) => loadAs],
		[
			vscode.l10n.t("Why it is here"),
			({ reasons }) => reasons.flatMap(nameKnownReason).join(", ") || undefined,
		],
		[vscode.l10n.t("Quality"), ({ quality }) => nameRecordedQuality(quality)],
		[
			vscode.l10n.t("Stated results"),
			({ stated }) => (stated === undefined ? undefined : stated.map(describeStated).join("; ")),
		],
		[
			vscode.l10n.t("Downloads in 30 days"),
			({ downloads30d }) => (downloads30d === undefined ? undefined : formatCount(downloads30d)),
		],
		[vscode.l10n.t("Facts as of"), ({ asOf }) => formatDay(Date.parse(asOf))],
	];
	return [
		row(["", ...models.map(({ repoId }) => repoId)]),
		row(["---", ...models.map(() => "---")]),
		...lines
			.filter(([, read]) => models.some((model) => read(model) !== undefined))
			.map(([label, read]) => row([label, ...models.map((model) => read(model) ?? unknown)])),
	];
}

/** A record is read from a file, which may hold reasons that are not ours. */
function nameKnownReason(reason: string): readonly string[] {
	const known = reasonCodes.find((code) => code === reason);
	return known === undefined ? [] : [nameReason(known)];
}

function describePublished({ languages, reasons }: RecordedModel): string | undefined {
	return languages === undefined
		? reasons.includes("statesLanguages")
			? vscode.l10n.t("stated on its card")
			: undefined
		: vscode.l10n.t("{0}, by its makers, {1}: {2}", languages.says, languages.date, languages.source);
}

function describeVerdict(verdict: RecordedModel["verdicts"][number] | undefined): string | undefined {
	return (
		verdict &&
		[
			nameAnswer(verdict.answer),
			verdict.label,
			verdict.requiredBytes === undefined
				? undefined
				: `${verdict.isEstimated ? "≈" : ""}${formatBytes(verdict.requiredBytes)}`,
		]
			.filter(Boolean)
			.join(" ")
	);
}

function toDeclared({ license }: RecordedModel) {
	return license === undefined ? undefined : { ...license, origin: "tag" as const };
}

function row(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
