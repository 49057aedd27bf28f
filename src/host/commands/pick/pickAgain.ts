import * as vscode from "vscode";
import { rankWeights } from "../../../core/pick/rank.ts";
import { findChanges } from "../../../core/pick/record/findChanges.ts";
import { type PickRecord, parseRecord } from "../../../core/pick/record/pickRecord.ts";
import { reportProblem } from "../../errors.ts";
import { CandidateWalk } from "../../pick/candidateWalk.ts";
import { PickEngine } from "../../pick/pickEngine.ts";
import type { PickParts } from "../../pick/pickSession.ts";
import type { CommandHandlers } from "../commandTable.ts";
import { insertOrCopy } from "./pickModel.ts";

/** "Pick Again From a Record": the same sheet on what is known today, and what has changed since. */
export function createPickAgain(parts: PickParts): CommandHandlers<"openModels.pickAgain"> {
	return {
		"openModels.pickAgain": async (argument) => {
			try {
				const record = await findRecord(argument, parts);
				const model = record && (await walk(record, parts));
				if (model) {
					await insertOrCopy(model, parts);
				}
			} catch (error) {
				await reportProblem(error, parts.log);
			}
		},
	};
}

async function walk(record: PickRecord, parts: PickParts) {
	const { store } = parts;
	const engine = new PickEngine(parts);
	const asking = new AbortController();
	let isAsking = true;
	const changed = new vscode.EventEmitter<void>();
	const subscription = store.onDidChange(() => changed.fire());
	await vscode.window.withProgress(
		{ location: { viewId: "openModels.models" }, title: vscode.l10n.t("Reading what is known") },
		() => engine.prepare(),
	);
	const weights = { ...rankWeights, ...record.weights };
	const findAll = () => {
		const { context, result } = engine.choose(record.sheet, weights);
		const models = store.catalog.query({}).models;
		const find = (id: string) => store.catalog.get(id) ?? models.find(({ hubId }) => hubId === id);
		return { repoId: record.choice.repoId, changes: findChanges(record, result, context, find) };
	};
	const asked = engine.askHub(record.sheet, asking.signal).then(() => {
		isAsking = false;
		changed.fire();
	});
	try {
		const model = await new CandidateWalk(
			{
				...parts,
				engine,
				onDidChange: changed.event,
				isBusy: () => isAsking,
				findRecorded: findAll,
			},
			record.sheet,
			weights,
		).run();
		return model === "back" ? undefined : model;
	} finally {
		asking.abort();
		await asked;
		subscription.dispose();
		changed.dispose();
	}
}

/** The record in the file that the command was called on, in the editor in front, or in one that the user points to. */
async function findRecord(argument: unknown, { editors }: PickParts): Promise<PickRecord | undefined> {
	const isNamed = argument instanceof vscode.Uri;
	const inFront = isNamed ? undefined : editors.editor?.document;
	const found = inFront && parseRecord(inFront.getText());
	if (found) {
		return found;
	}
	const chosen = isNamed
		? [argument]
		: await vscode.window.showOpenDialog({
				title: vscode.l10n.t("A record of a choice"),
				filters: { [vscode.l10n.t("Records")]: ["md", "json"] },
			});
	const [uri] = chosen ?? [];
	if (uri === undefined) {
		return undefined;
	}
	const record = parseRecord(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
	if (record === undefined) {
		await vscode.window.showErrorMessage(
			vscode.l10n.t(
				"{0} holds no record of a choice. Choose a file that the pick has written.",
				uri.path.slice(uri.path.lastIndexOf("/") + 1),
			),
		);
	}
	return record;
}
