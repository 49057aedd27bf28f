import * as vscode from "vscode";
import type { HubClient } from "../../../core/hub/hubClient.ts";
import { isHubError } from "../../../core/hub/hubError.ts";
import type { Model } from "../../../core/model/model.ts";
import { compareSwap, type SwapConsequence, type SwapSide } from "../../../core/swap/compareSwap.ts";
import { findPromptPrefixes } from "../../../core/swap/promptPrefixes.ts";
import type { AuditState } from "../../audit/auditState.ts";
import { planWorkspaceSwap, type WorkspaceSwap } from "../../audit/planWorkspaceSwap.ts";
import { logProblem, reportProblem } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { readRepoId } from "../../sidebar/modelNode.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { FitSource } from "../../state/fitSource.ts";
import type { HubSession } from "../../state/hubSession.ts";
import type { ModelJudge } from "../../state/modelJudge.ts";
import type { RuleStore } from "../../state/ruleStore.ts";
import { formatCount } from "../../words/numbers.ts";
import { describeChange, nameAspect, nameEffect } from "../../words/swapWords.ts";
import type { CommandHandlers } from "../commandTable.ts";
import type { ModelPrompt } from "./askForModel.ts";

/** What a swap works with. */
export interface SwapParts {
	readonly prompt: ModelPrompt;
	readonly session: HubSession;
	readonly store: CatalogStore;
	readonly judge: ModelJudge;
	readonly fit: FitSource;
	readonly rules: RuleStore;
	readonly auditState: AuditState;
	readonly log: Log;
}

/** "Swap Model…": what changes with another model, then the edit of every use to look at. Nothing is written unseen. */
export function createSwapModel(parts: SwapParts): CommandHandlers<"openModels.swapModel"> {
	return {
		"openModels.swapModel": async (argument?: unknown) => {
			try {
				await swapModel(parts, argument);
			} catch (error) {
				await reportProblem(error, parts.log);
			}
		},
	};
}

async function swapModel(parts: SwapParts, argument: unknown): Promise<void> {
	const { prompt, auditState } = parts;
	const from =
		readRepoId(argument) ??
		(await askWhich(auditState)) ??
		(await prompt.ask(vscode.l10n.t("Swap Which Model?")));
	const to = from && (await prompt.ask(vscode.l10n.t("Swap {0} for Which Model?", from)));
	if (!from || !to || from === to) {
		return;
	}
	const options = {
		location: vscode.ProgressLocation.Notification,
		cancellable: true,
		title: vscode.l10n.t("Comparing {0} with {1}", from, to),
	};
	const compared = await vscode.window.withProgress(options, async (_, token) => {
		const reading = new AbortController();
		token.onCancellationRequested(() => reading.abort());
		const [before, after] = await Promise.all([
			readSide(parts, from, reading.signal),
			readSide(parts, to, reading.signal),
		]);
		const { repoId, revision } = after.model;
		const target = { repoId, ...(revision === undefined ? {} : { revision }) };
		const swap = await planWorkspaceSwap([from, before.model.repoId], target, parts.rules, token);
		return token.isCancellationRequested
			? undefined
			: { consequences: compareSwap(before, after), swap, repoId };
	});
	if (!compared) {
		return;
	}
	if (compared.swap.placeCount === 0) {
		await vscode.window.showInformationMessage(vscode.l10n.t("No code of this workspace uses {0}.", from));
		return;
	}
	if (await showConsequences(from, compared.repoId, compared.consequences, compared.swap)) {
		await vscode.workspace.applyEdit(compared.swap.edit, { isRefactoring: true });
	}
}

/** A model that the last audit found. */
async function askWhich({ folders }: AuditState): Promise<string | undefined> {
	const models = (folders ?? []).flatMap(({ audit }) => audit.models);
	if (models.length === 0) {
		return undefined;
	}
	const items = models.map(({ repoId, uses }) => ({
		label: repoId,
		description:
			uses.length === 1 ? vscode.l10n.t("1 use") : vscode.l10n.t("{0} uses", formatCount(uses.length)),
	}));
	const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Swap Which Model?") });
	return chosen?.label;
}

async function readSide(parts: SwapParts, repoId: string, signal: AbortSignal): Promise<SwapSide> {
	const { session, store, fit, judge, log } = parts;
	await Promise.all([store.ensureLoaded(), fit.ensureLoaded()]);
	const pass = async <Value>(read: (hub: HubClient) => Promise<Value>): Promise<Value | undefined> => {
		try {
			return await read(await session.connect());
		} catch (error) {
			if (isHubError(error, "cancelled")) {
				throw error;
			}
			logProblem(error, log);
			return undefined;
		}
	};
	const read = await pass((hub) => hub.readModel(repoId, { signal }));
	if (read) {
		// What was known before, such as its context, it does not tell again.
		store.addModel(read);
	}
	const model: Model = store.catalog.get(read?.repoId ?? repoId) ??
		read ?? { repoId, formats: [], security: "unknown", counters: {}, readAtMs: 0 };
	const isEmbedding = model.task === "feature-extraction" || model.task === "sentence-similarity";
	const [text, embeddingDimension] = await Promise.all([
		isEmbedding ? undefined : pass((hub) => hub.readTextFacts(model.repoId, { signal })),
		isEmbedding ? pass((hub) => hub.readEmbeddingDimension(model.repoId, { signal })) : undefined,
	]);
	const prefixes = findPromptPrefixes(model.repoId);
	const [judged] = judge.judge(model);
	return {
		model,
		...(text ? { text } : {}),
		...(prefixes ? { prefixes } : {}),
		...(embeddingDimension === undefined ? {} : { embeddingDimension }),
		...(judged ? { verdict: judged.verdict } : {}),
	};
}

/** Shows what changes, the gravest first. Whether the edit is wanted. */
async function showConsequences(
	from: string,
	to: string,
	consequences: readonly SwapConsequence[],
	{ placeCount, fileCount, namedFiles }: WorkspaceSwap,
): Promise<boolean> {
	const preview: vscode.QuickPickItem = {
		label: `$(diff) ${vscode.l10n.t("Preview the Edit")}`,
		description: vscode.l10n.t("{0} places in {1} files", formatCount(placeCount), formatCount(fileCount)),
	};
	const items: vscode.QuickPickItem[] = [preview];
	if (namedFiles.length > 0) {
		items.push({
			label: `$(warning) ${vscode.l10n.t("Files named beside the ID stay as they are")}`,
			description: [...new Set(namedFiles)].slice(0, 5).join(", "),
		});
	}
	let last: SwapConsequence["effect"] | undefined;
	for (const consequence of consequences) {
		if (consequence.effect !== last) {
			items.push({ label: nameEffect(consequence.effect), kind: vscode.QuickPickItemKind.Separator });
			last = consequence.effect;
		}
		items.push({ label: nameAspect(consequence.aspect), description: describeChange(consequence) });
	}
	const chosen = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t("Swap {0} for {1}", from, to),
		placeHolder: vscode.l10n.t("What changes. In the preview you tick the places that are to be written."),
	});
	return chosen === preview;
}
