import type { LinkKey, ModelView, PanelStrings, RelationKey } from "./modelPanel.ts";

/** What the panel of a model may ask of the host: named verbs, each `(params) => result`. The host checks what it receives. */
export interface ModelPanelMethods {
	/** The panel is ready: its words, the reader's locale, and the model as far as it is known now. */
	getModel(params: { readonly contextTokens?: number }): Promise<{
		readonly strings: PanelStrings;
		readonly locale: string;
		readonly model: ModelView;
	}>;
	/** Asks the Hub again. The answer comes as a `modelChanged` event too. */
	refresh(params: Record<never, never>): Promise<void>;
	/** Inserts the model's ID at the cursor of the editor last used. */
	insertModelId(params: Record<never, never>): Promise<{ readonly inserted: boolean }>;
	insertSnippet(params: { readonly snippetId: string }): Promise<{ readonly inserted: boolean }>;
	copyModelId(params: Record<never, never>): Promise<void>;
	copySnippet(params: { readonly snippetId: string }): Promise<void>;
	/** Types a command of the snippet into a terminal; the user runs it. */
	runSnippet(params: { readonly snippetId: string }): Promise<void>;
	/** Copies how a verdict was computed: an artifact (row) on a target (column), both from 0. */
	copyVerdict(params: { readonly artifact: number; readonly target: number }): Promise<void>;
	/** Reads the files of some more of the model's quantizations. What they offer comes as a `modelChanged` event. */
	readOffers(params: Record<never, never>): Promise<void>;
	setWatched(params: { readonly watched: boolean }): Promise<void>;
	openLink(params: { readonly key: LinkKey }): Promise<void>;
	openModel(params: { readonly repoId: string }): Promise<void>;
	/** Asks what to compare the model with, and shows them side by side. */
	compareModel(params: Record<never, never>): Promise<void>;
	/** Reads the model's lineage from the Hub, within the budget that the view states; what comes in is told by events. */
	followLineage(params: Record<never, never>): Promise<void>;
	stopLineage(params: Record<never, never>): Promise<void>;
	/** Shows all direct derivatives of a relation in the sidebar. */
	showDerivatives(params: { readonly relation: RelationKey }): Promise<void>;
	/** Recomputes all verdicts for a context length in tokens (1 to 10,000,000). */
	setContext(params: { readonly contextTokens: number }): Promise<void>;
}

/** What the host tells it unasked: whole snapshots. */
export interface ModelPanelEvents {
	modelChanged: ModelView;
}
