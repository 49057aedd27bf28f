import type { CompareStrings, CompareView } from "../src/protocol/comparePanel.ts";
import type { ChartScene } from "./charts/chartScene.ts";
import type { PageLook } from "./pageLook.ts";

/** What the reader of a comparison can do. */
export interface CompareActions {
	look(change: Partial<PageLook>): void;
	refresh(): void;
	copyMarkdown(): void;
	openModel(repoId: string): void;
}

/** All that a rendering of a comparison depends on. */
export interface CompareScene extends ChartScene {
	readonly comparison: CompareView;
	readonly strings: CompareStrings;
	readonly look: PageLook;
	readonly isCopied: boolean;
	readonly failure?: string | undefined;
	readonly actions: CompareActions;
}
