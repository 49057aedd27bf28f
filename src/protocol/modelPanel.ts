import type { ChartView } from "./chartView.ts";

/** A labelled fact, ready for the screen. `detail` is the tooltip: the basis of a figure, the full date. */
export interface FactView {
	readonly label: string;
	readonly value: string;
	readonly detail?: string;
}

/** A link that the host opens; the panel names it by its key, never by its address. */
export interface LinkView {
	readonly key: LinkKey;
	readonly label: string;
}

/** The addresses that a panel may ask the host to open. */
export type LinkKey = "hub" | "licenseText" | "files" | "community";

/** How a derivative was made. */
export type RelationKey = "finetune" | "adapter" | "merge" | "quantized";

/** One relation's derivatives. */
export interface RelationView {
	/** Handed back to see all of them. */
	readonly key: RelationKey;
	readonly label: string;
	readonly count: string;
	readonly detail?: string;
	/** `downloads` is empty where it is not known. */
	readonly largest: readonly { readonly repoId: string; readonly downloads: string }[];
	/** Whether there are any to see in the sidebar. */
	readonly hasAny: boolean;
}

/** A verdict in shape, word and numbers; color only repeats it. */
export interface VerdictView {
	readonly answer: "fits" | "offload" | "tooLarge" | "unsupported" | "unknown";
	readonly mark: string;
	readonly words: string;
	readonly required?: string;
	/** Decoding speed in short, where it can be told. */
	readonly speed?: string;
	/** It is the best of what fits this target. */
	readonly isBest?: boolean;
	/** The bytes by part. */
	readonly parts: readonly FactView[];
	/** What would change the verdict. */
	readonly changes: readonly FactView[];
	/** How fast it runs and with what, each with its rule. */
	readonly running: readonly FactView[];
}

/** Something that could be loaded, with its verdict on each target. */
export interface FitRowView {
	/** Unique among the rows. */
	readonly key: string;
	readonly name: string;
	readonly format: string;
	/** Whose it is, where another repository holds it. */
	readonly owner?: { readonly repoId: string; readonly words: string };
	/** What to beware of. */
	readonly caveat?: string;
	readonly size: string;
	/** The basis of `size`. */
	readonly sizeDetail?: string;
	readonly cells: readonly VerdictView[];
	/** One of many that nobody looks for first. */
	readonly isMinor: boolean;
}

/** Artifacts by targets. `rows[i].cells[j]` is artifact i on target j. */
export interface FitView {
	readonly contextTokens: number;
	readonly contextWords: string;
	readonly contextSteps: readonly number[];
	readonly targets: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
	readonly rows: readonly FitRowView[];
	/** Quantizations in other repositories that could still be read: the words of the button that does. */
	readonly offers?: { readonly words: string; readonly isReading: boolean };
	/** What to say when there are no targets or no artifacts. */
	readonly note?: string;
}

/** A model that this one was made from, and what its license means for it. */
export interface AncestorView {
	readonly repoId: string;
	/** How its child on the way here was made from it. */
	readonly relation?: string;
	readonly license: string;
	readonly words: string;
	/** What it asks for beyond the model's own license. */
	readonly obligations: readonly string[];
	readonly isConflict: boolean;
}

/** A way to use the model. `id` is handed back to insert or copy it; `code` is shown as text. */
export interface SnippetView {
	readonly id: string;
	readonly label: string;
	readonly language: string;
	readonly code: string;
	/** It is commands for a shell, and there are terminals here. */
	readonly canRun: boolean;
}

/** A model in the tree of a lineage. */
export interface LineageRowView {
	readonly repoId: string;
	/** 0: the root. A row hangs below the last row before it that is one less deep. */
	readonly depth: number;
	/** How it was made from the row above ("fine-tune"); empty for the root. */
	readonly relation: string;
	/** Downloads, the other parents of a merge, that it is missing, how many more there are. */
	readonly notes: readonly string[];
	/** The model that the panel is of. */
	readonly isSelf: boolean;
}

/** Where a model comes from, and what was made of it. */
export interface LineageView {
	readonly rows: readonly LineageRowView[];
	/** What the tree rests on, and what reading it costs or has cost. */
	readonly status: string;
	readonly isReading: boolean;
}

/** All that the model panel shows, in the reader's language: a whole snapshot, never a delta. */
export interface ModelView {
	readonly repoId: string;
	readonly name: string;
	readonly author?: string;
	readonly headline: string;
	readonly facts: readonly FactView[];
	readonly warnings: readonly string[];
	readonly isWatched: boolean;
	/** Where Insert would put the ID ("serve.py"), if anywhere. */
	readonly insertPlace?: string;
	readonly links: readonly LinkView[];
	/** Where the facts come from and their date; and, after a failure, one line that says why they are not newer. */
	readonly source: string;
	readonly problem?: { readonly words: string; readonly canRetry: boolean };
	readonly isLoading: boolean;
	readonly adoption: {
		readonly figures: readonly FactView[];
		readonly flags: readonly string[];
		readonly charts: readonly ChartView[];
	};
	readonly derivatives: {
		readonly relations: readonly RelationView[];
		readonly chart: ChartView;
		readonly note?: string;
	};
	readonly lineage: LineageView;
	readonly fit: FitView;
	readonly license: {
		readonly sentence: string;
		readonly obligations: readonly string[];
		readonly origin?: string;
		/** Nearest first; empty: made from no other, or not told. */
		readonly ancestors: readonly AncestorView[];
	};
	readonly safety: readonly FactView[];
	readonly snippets: readonly SnippetView[];
}

/** Fixed words of the panel, translated in the host. */
export interface PanelStrings {
	readonly insert: string;
	/** `{0}` stands for the place, which is set apart from the words around it whatever its direction. */
	readonly insertInto: string;
	readonly copyId: string;
	readonly copy: string;
	readonly runInTerminal: string;
	readonly copyVerdict: string;
	readonly bestFit: string;
	readonly whatWouldChange: string;
	readonly howItRuns: string;
	/** `{0}` stands for a count. */
	readonly showMoreRows: string;
	readonly showFewerRows: string;
	readonly copied: string;
	readonly watch: string;
	readonly retry: string;
	readonly loading: string;
	readonly adoption: string;
	readonly derivatives: string;
	readonly seeAll: string;
	readonly fit: string;
	readonly licenseAndSafety: string;
	readonly license: string;
	readonly safety: string;
	readonly madeFrom: string;
	readonly useIt: string;
	readonly showTable: string;
	readonly context: string;
	readonly artifact: string;
	readonly size: string;
	readonly downloads: string;
	readonly noSnippets: string;
	readonly lineage: string;
	readonly followLineage: string;
	readonly compare: string;
	readonly stop: string;
}
