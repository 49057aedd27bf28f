import * as v from "valibot";
import * as vscode from "vscode";
import type { Snippet } from "../../../core/code/snippets.ts";
import { shellLanguage } from "../../../core/code/splitCommands.ts";
import type { Model } from "../../../core/model/model.ts";
import { relations } from "../../../core/model/relation.ts";
import { isRepoId } from "../../../core/model/repoId.ts";
import type { ModelView } from "../../../protocol/modelPanel.ts";
import type { ModelPanelMethods } from "../../../protocol/modelPanelContract.ts";
import type { RpcHandlers } from "../../../protocol/rpc.ts";
import type { LineageReader } from "../../state/lineageReader.ts";
import { checkParams, noParams } from "../checkParams.ts";
import type { ModelPanelParts } from "./modelPanelParts.ts";
import { resolveLink } from "./modelView.ts";
import { createPanelStrings } from "./panelStrings.ts";
import { typeInTerminal } from "./typeInTerminal.ts";
import { writeVerdict } from "./verdictText.ts";

/** What the handlers may do with the panel that they answer for. */
export interface ModelPanelDesk {
	readonly parts: ModelPanelParts;
	readonly readModel: () => Model;
	readonly createView: () => ModelView;
	readonly setContext: (tokens: number) => void;
	readonly readSnippets: () => readonly Snippet[];
	readonly ensureRead: () => Promise<void>;
	readonly refresh: () => Promise<void>;
	readonly readOffers: () => Promise<void>;
	readonly openModel: (repoId: string) => void;
	readonly lineage: LineageReader;
}

const tokens = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const snippetId = v.pipe(v.string(), v.maxLength(200));

/** Answers what a panel asks. The panel is a boundary: each verb checks what it is given. */
export function createModelPanelHandlers(desk: ModelPanelDesk): RpcHandlers<ModelPanelMethods> {
	const { parts } = desk;
	const findSnippet = (id: string): Snippet | undefined =>
		desk.readSnippets().find((snippet) => snippet.id === id);
	return {
		getModel: {
			check: checkParams(v.object({ contextTokens: v.exactOptional(tokens) })),
			run: async ({ contextTokens }) => {
				if (contextTokens !== undefined) {
					desk.setContext(contextTokens);
				}
				await desk.ensureRead();
				return { strings: createPanelStrings(), locale: vscode.env.language, model: desk.createView() };
			},
		},
		compareModel: {
			check: checkParams(noParams),
			run: async () => {
				await vscode.commands.executeCommand("openModels.compareModels", desk.readModel().repoId);
			},
		},
		followLineage: {
			check: checkParams(noParams),
			run: async () => void desk.lineage.follow(desk.readModel()),
		},
		stopLineage: { check: checkParams(noParams), run: async () => desk.lineage.stop() },
		readOffers: { check: checkParams(noParams), run: () => desk.readOffers() },
		refresh: { check: checkParams(noParams), run: () => desk.refresh() },
		insertModelId: {
			check: checkParams(noParams),
			run: async () => ({ inserted: await parts.insertion.insertModelId(desk.readModel()) }),
		},
		insertSnippet: {
			check: checkParams(v.object({ snippetId })),
			run: async (params) => {
				const snippet = findSnippet(params.snippetId);
				return { inserted: snippet !== undefined && (await parts.insertion.insertSnippet(snippet.code)) };
			},
		},
		copyModelId: {
			check: checkParams(noParams),
			run: async () => vscode.env.clipboard.writeText(desk.readModel().repoId),
		},
		copySnippet: {
			check: checkParams(v.object({ snippetId })),
			run: async (params) => {
				const snippet = findSnippet(params.snippetId);
				if (snippet) {
					await vscode.env.clipboard.writeText(snippet.code);
				}
			},
		},
		runSnippet: {
			check: checkParams(v.object({ snippetId })),
			run: async (params) => {
				const snippet = findSnippet(params.snippetId);
				if (snippet?.language === shellLanguage) {
					await typeInTerminal(snippet.code);
				}
			},
		},
		copyVerdict: {
			check: checkParams(v.object({ artifact: position, target: position })),
			run: async ({ artifact, target }) => {
				const text = writeVerdict(desk.createView(), artifact, target);
				if (text) {
					await vscode.env.clipboard.writeText(text);
				}
			},
		},
		setWatched: {
			check: checkParams(v.object({ watched: v.boolean() })),
			run: ({ watched }) => parts.watched.setWatched(desk.readModel().repoId, watched),
		},
		openLink: {
			check: checkParams(v.object({ key: v.picklist(["hub", "licenseText", "files", "community"]) })),
			run: async ({ key }) => {
				const url = resolveLink(desk.readModel(), key, parts.session.endpoint);
				if (url) {
					await vscode.env.openExternal(vscode.Uri.parse(url));
				}
			},
		},
		openModel: {
			check: checkParams(v.object({ repoId: v.pipe(v.string(), v.check(isRepoId)) })),
			run: async ({ repoId }) => desk.openModel(repoId),
		},
		showDerivatives: {
			check: checkParams(v.object({ relation: v.picklist(relations) })),
			run: async ({ relation }) => {
				await parts.query.showDerivatives({ repoId: desk.readModel().repoId, relation });
				await vscode.commands.executeCommand("openModels.models.focus");
			},
		},
		setContext: {
			check: checkParams(v.object({ contextTokens: tokens })),
			run: async ({ contextTokens }) => desk.setContext(contextTokens),
		},
	};
}
