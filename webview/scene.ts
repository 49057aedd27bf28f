import type { ChartView } from "../src/protocol/chartView.ts";
import type { LinkKey, ModelView, PanelStrings, RelationKey } from "../src/protocol/modelPanel.ts";
import type { Look } from "./look.ts";
import type { PageLook } from "./page.ts";

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

/** What a chart that can be pressed does. */
export interface ChartHands {
	/** A bar or a point was pressed: positions of the series and of the label. */
	readonly press: (series: number, label: number) => void;
	/** Says what was walked to by keyboard. */
	readonly announce: (words: string) => void;
}

/** What stands around a picture of a chart. */
export interface PictureWords {
	readonly title: string;
	readonly says: string;
	/** What it was computed from. */
	readonly basis: string;
}

/** Draws charts: it lives with the canvas that it draws on. */
export interface ChartPainter {
	/** With `hands`, the chart answers to pointer and keys. */
	show(canvas: HTMLElement, chart: ChartView, hands?: ChartHands): void;
	/** A picture of the chart as it is drawn, with lines of words around it: PNG in base64; `undefined`: not drawn. */
	takePicture(canvas: HTMLElement, words: PictureWords): string | undefined;
	remove(canvas: HTMLElement): void;
}

/** What showing a chart, and the table behind it, depends on: part of every page's scene. */
export interface ChartScene {
	readonly charts: ChartPainter;
	/** The reader's locale, as a BCP 47 tag. */
	readonly locale: string;
	readonly look: Pick<PageLook, "openDetails">;
	readonly strings: { readonly showTable: string };
	readonly actions: { look(change: Pick<PageLook, "openDetails">): void };
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
