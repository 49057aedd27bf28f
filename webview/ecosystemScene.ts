import type { EcosystemField, EcosystemStrings, EcosystemView } from "../src/protocol/ecosystemPanel.ts";
import type { ChartScene } from "./charts/chartScene.ts";
import type { EcosystemLook } from "./ecosystemLook.ts";

/** What the reader of the ecosystem can do. */
export interface EcosystemActions {
	look(change: Partial<EcosystemLook>): void;
	/** Narrows to a value of a field; `undefined`: to none. */
	choose(field: EcosystemField, value: string | undefined): void;
	showModels(chart: string, key: string, column: string): void;
	readMore(): void;
	exportMarkdown(): void;
	exportCsv(chart: string): void;
	/** @param canvasId of the chart as it is drawn. */
	exportPng(chart: string, canvasId: string): void;
	/** Says what a chart is walked to by keyboard. */
	announce(words: string): void;
}

/** All that a rendering of the ecosystem depends on. */
export interface EcosystemScene extends ChartScene {
	readonly ecosystem: EcosystemView;
	readonly strings: EcosystemStrings;
	readonly look: EcosystemLook;
	/** Figures for another choice are on their way. */
	readonly isChoosing: boolean;
	/** What is read aloud. */
	readonly announced?: string | undefined;
	readonly failure?: string | undefined;
	readonly actions: EcosystemActions;
}
