import type { ChartView } from "../../src/protocol/chartView.ts";
import type { PageLook } from "../pageLook.ts";

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
