import * as vscode from "vscode";
import { isRepoId } from "../../../core/model/repoId.ts";
import { leastCompared, mostCompared, toCompareKey } from "../../panels/compare/comparePanels.ts";
import type { PanelSet } from "../../panels/panelSet.ts";
import { readRepoId } from "../../sidebar/modelNode.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { ModelJudge } from "../../state/modelJudge.ts";
import type { WatchList } from "../../state/watchList.ts";
import { describeModelLine } from "../../words/modelWords.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** More would take longer to show than to type a part of a name. */
const mostOffered = 400;

/** "Compare Models…": two to four side by side; the row that it is called on is one of them. */
export function createCompareModels(
	store: CatalogStore,
	judge: ModelJudge,
	watched: WatchList,
	panels: PanelSet,
): CommandHandlers<"openModels.compareModels"> {
	return {
		"openModels.compareModels": async (argument?: unknown) => {
			const given = readGiven(argument);
			const repoIds = given.length >= leastCompared ? given : await choose(given, store, judge, watched);
			if (repoIds) {
				panels.open(toCompareKey(repoIds.slice(0, mostCompared)));
			}
		},
	};
}

/** A row, an id, or several of them. */
function readGiven(argument: unknown): readonly string[] {
	const given = Array.isArray(argument) ? argument : [argument];
	return [...new Set(given.flatMap((each) => readRepoId(each) ?? []))].filter(isRepoId);
}

async function choose(
	given: readonly string[],
	store: CatalogStore,
	judge: ModelJudge,
	watched: WatchList,
): Promise<readonly string[] | undefined> {
	await store.ensureLoaded();
	const known = store.catalog.query({ sort: "downloads", limit: mostOffered }).models;
	const ids = [...new Set([...given, ...watched.repoIds, ...known.map(({ repoId }) => repoId)])];
	let picked: readonly string[] = given;
	for (;;) {
		const chosen = await vscode.window.showQuickPick(
			ids.map((repoId): vscode.QuickPickItem => {
				const model = store.catalog.get(repoId);
				const verdicts = model ? judge.judge(model).map(({ verdict }) => verdict) : [];
				return {
					label: repoId,
					picked: picked.includes(repoId),
					...(model ? { description: describeModelLine(model, verdicts, judge.judgeDirection(model)) } : {}),
				};
			}),
			{
				title: vscode.l10n.t("Compare models"),
				placeHolder:
					picked.length > mostCompared
						? vscode.l10n.t("Choose at most four; {0} are chosen", picked.length)
						: vscode.l10n.t("Choose two to four"),
				canPickMany: true,
				matchOnDescription: true,
			},
		);
		if (!chosen) {
			return undefined;
		}
		picked = chosen.map(({ label }) => label);
		if (picked.length >= leastCompared && picked.length <= mostCompared) {
			return picked;
		}
	}
}
