import * as vscode from "vscode";
import type { AdoptionReport } from "../../../core/adoption/adoptionReport.ts";
import type { Derivatives, Reading } from "../../../core/adoption/derivatives.ts";
import type { Snippet } from "../../../core/code/snippets.ts";
import { shellLanguage } from "../../../core/code/splitCommands.ts";
import type { FitJudge } from "../../../core/fit/fitJudge.ts";
import type { Target } from "../../../core/hardware/target.ts";
import { readLicenseTerms } from "../../../core/license/readLicenseTerms.ts";
import type { Model } from "../../../core/model/model.ts";
import type { FactView, LineageView, LinkKey, LinkView, ModelView } from "../../../protocol/modelPanel.ts";
import type { Problem } from "../../errors.ts";
import { describeBasis } from "../../words/basisWords.ts";
import { nameGating } from "../../words/filterWords.ts";
import { nameLicense } from "../../words/licenseName.ts";
import { describeLicense } from "../../words/licenseWords.ts";
import { listWarnings, nameModel, nameTask, summarizeParameters } from "../../words/modelWords.ts";
import { formatAgo, formatDay, formatMoment, formatParameters, formatTokens } from "../../words/numbers.ts";
import { describeLanguages } from "../../words/spokenWords.ts";
import { createAdoptionView } from "./adoptionView.ts";
import { createDerivativesView } from "./derivativesView.ts";
import { createFitView } from "./fitView.ts";
import { createLicenseView, listSafety } from "./safetyView.ts";

/** All that a model's view is made from. */
export interface ModelViewInput {
	readonly model: Model;
	readonly derivatives: Derivatives | undefined;
	readonly readings: readonly Reading[];
	readonly report: AdoptionReport;
	readonly lineage: LineageView;
	readonly targets: readonly Target[];
	readonly contextTokens: number;
	readonly snippets: readonly Snippet[];
	readonly hasTerminals: boolean;
	/** Absent where it could not be loaded. */
	readonly fit: FitJudge | undefined;
	/** Quantizations in other repositories whose files could be read. */
	readonly unreadOffers: number;
	readonly isReadingOffers: boolean;
	readonly isWatched: boolean;
	readonly insertPlace: string | undefined;
	readonly isLoading: boolean;
	readonly problem: Problem | undefined;
	readonly nowMs: number;
	/** A model that is known, by its repo id. */
	readonly findModel: (repoId: string) => Model | undefined;
}

/** The panel's whole snapshot of a model, in words. */
export function createModelView(input: ModelViewInput): ModelView {
	const { model, derivatives, readings, nowMs, problem } = input;
	return {
		repoId: model.repoId,
		name: nameModel(model.repoId),
		...(model.author ? { author: model.author } : {}),
		headline: describeLicense(model.license),
		facts: listFacts(model, nowMs),
		warnings: listWarnings(model),
		isWatched: input.isWatched,
		...(input.insertPlace ? { insertPlace: input.insertPlace } : {}),
		links: listLinks(model),
		source: vscode.l10n.t("Facts as of {0}.", formatMoment(model.readAtMs)),
		...(problem ? { problem: { words: problem.words, canRetry: true } } : {}),
		isLoading: input.isLoading,
		adoption: createAdoptionView(model, derivatives, readings, input.report),
		derivatives: createDerivativesView(model, derivatives),
		lineage: input.lineage,
		fit: createFitView(input),
		license: createLicenseView(model, input.findModel),
		safety: listSafety(model),
		snippets: input.snippets.map(({ id, label, language, code }) => ({
			id,
			label,
			language,
			code,
			canRun: input.hasTerminals && language === shellLanguage,
		})),
	};
}

/** Where a link of the panel leads. Only http(s) addresses are ever opened. */
export function resolveLink(model: Model, key: LinkKey, endpoint: string): string | undefined {
	switch (key) {
		case "hub":
			return `${endpoint}/${model.repoId}`;
		case "files":
			return `${endpoint}/${model.repoId}/tree/main`;
		case "community":
			return `${endpoint}/${model.repoId}/discussions`;
		case "licenseText": {
			const url = readLicenseTerms(model.license).textUrl;
			return url?.startsWith("https://") || url?.startsWith("http://") ? url : undefined;
		}
	}
}

function listLinks(model: Model): LinkView[] {
	const links: LinkView[] = [
		{ key: "hub", label: vscode.l10n.t("Open on the Hub") },
		{ key: "files", label: vscode.l10n.t("Files") },
		{ key: "community", label: vscode.l10n.t("Discussions") },
	];
	return resolveLink(model, "licenseText", "")
		? [...links, { key: "licenseText", label: vscode.l10n.t("License text") }]
		: links;
}

function listFacts(model: Model, nowMs: number): FactView[] {
	const { parameters, contextLength, lastModifiedMs, createdAtMs } = model;
	const notKnown = vscode.l10n.t("not known");
	const facts: FactView[] = [
		{ label: vscode.l10n.t("Task"), value: model.task ? nameTask(model.task) : notKnown },
		{
			label: vscode.l10n.t("Parameters"),
			value: summarizeParameters(parameters) ?? notKnown,
			...(parameters ? { detail: describeBasis(parameters.total, formatParameters) } : {}),
		},
		{ label: vscode.l10n.t("License"), value: nameLicense(model.license) },
		{
			label: vscode.l10n.t("Context"),
			value: contextLength ? formatTokens(contextLength.value) : notKnown,
			...(contextLength ? { detail: describeBasis(contextLength, formatTokens) } : {}),
		},
		{ label: vscode.l10n.t("Access"), value: model.gating ? nameGating(model.gating) : notKnown },
		{
			label: vscode.l10n.t("Languages"),
			...(describeLanguages(model, 6) ?? { value: vscode.l10n.t("not stated") }),
		},
	];
	if (lastModifiedMs !== undefined) {
		facts.push({
			label: vscode.l10n.t("Last change"),
			value: formatAgo(lastModifiedMs, nowMs),
			detail: formatDay(lastModifiedMs),
		});
	}
	if (createdAtMs !== undefined) {
		facts.push({
			label: vscode.l10n.t("Created"),
			value: formatAgo(createdAtMs, nowMs),
			detail: formatDay(createdAtMs),
		});
	}
	return facts;
}
