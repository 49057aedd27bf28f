import type { LinkKey, ModelView, PanelStrings, RelationKey } from "../src/protocol/modelPanel.ts";
import type { ChartScene } from "./charts/chartScene.ts";
import type { Look } from "./look.ts";

/** What the reader can do. Each is a verb of the host, or a change of where the reader is looking. */
export interface PanelActions {
	retry(): void;
	insertModelId(): void;
	copyModelId(): void;
	setWatched(watched: boolean): void;
	openLink(key: LinkKey): void;
	openModel(repoId: string): void;
	showDerivatives(relation: RelationKey): void;
	insertSnippet(snippetId: string): void;
	copySnippet(snippetId: string): void;
	runSnippet(snippetId: string): void;
	/** How a verdict was computed: an artifact (row) on a target (column), both from 0. */
	copyVerdict(artifact: number, target: number): void;
	compareModel(): void;
	followLineage(): void;
	stopLineage(): void;
	/** Reads what else is offered of the model. */
	readOffers(): void;
	chooseContext(contextTokens: number): void;
	look(change: Partial<Look>): void;
}

/** All that a rendering of a model depends on. */
export interface Scene extends ChartScene {
	readonly model: ModelView;
	readonly strings: PanelStrings;
	readonly look: Look;
	/** Context length on its way to the host, in tokens. */
	readonly pendingContext?: number | undefined;
	/** What was copied a moment ago: a snippet's id, a cell's id for its verdict, or "" for the model's ID. */
	readonly copied?: string | undefined;
	/** Why the last thing that the reader asked for did not happen. */
	readonly failure?: string | undefined;
	readonly actions: PanelActions;
}
