import type { ChartView } from "../../../src/protocol/chartView.ts";
import type { ModelView, PanelStrings, VerdictView } from "../../../src/protocol/modelPanel.ts";
import { firstLook } from "../../../webview/look.ts";
import type { Scene } from "../../../webview/scene.ts";

/** Words that name themselves, so that a test sees which one stands where. */
export const sampleStrings: PanelStrings = {
	insert: "Insert",
	insertInto: "Insert into {0}",
	copyId: "Copy ID",
	copyVerdict: "Copy how",
	copy: "Copy",
	runInTerminal: "Run in Terminal…",
	bestFit: "best",
	whatWouldChange: "What would change it",
	howItRuns: "How it runs",
	showMoreRows: "Show {0} more",
	showFewerRows: "Show fewer",
	copied: "Copied",
	watch: "Watch",
	retry: "Retry",
	loading: "Loading",
	adoption: "Adoption",
	derivatives: "Derivatives",
	seeAll: "See all",
	fit: "Fit",
	licenseAndSafety: "License & safety",
	license: "License",
	safety: "Safety",
	madeFrom: "Made from",
	useIt: "Use it",
	showTable: "Show as table",
	context: "Context",
	artifact: "Artifact",
	size: "Size",
	downloads: "Downloads",
	noSnippets: "No library is named.",
	lineage: "Lineage",
	followLineage: "Follow",
	compare: "Compare",
	stop: "Stop",
};

export const sampleChart: ChartView = {
	title: "Derivatives by month",
	summary: "1,200 fine-tunes in June, 3 in July; adapters were not read in June.",
	kind: "stackedBar",
	labelHeading: "Month",
	labels: ["June", "July"],
	series: [
		{ name: "Fine-tunes", values: [1200, 3] },
		{ name: "Adapters", values: [null, 0] },
	],
	basis: "Counted by the Hub",
};

const fits: VerdictView = {
	answer: "fits",
	mark: "◆",
	words: "Fits",
	required: "8.9 GB",
	parts: [{ label: "Weights", value: "6.7 GB", detail: "Read from the files" }],
	changes: [],
	running: [],
};
const unknown: VerdictView = {
	answer: "unknown",
	mark: "?",
	words: "Not known",
	parts: [],
	changes: [],
	running: [],
};

export const sampleModel: ModelView = {
	repoId: "Qwen/Qwen3-8B",
	name: "Qwen3-8B",
	headline: "Apache-2.0",
	facts: [{ label: "Parameters", value: "8.2B", detail: "Read from the header" }],
	warnings: [],
	isWatched: false,
	insertPlace: "serve.py",
	links: [
		{ key: "hub", label: "Open on the Hub" },
		{ key: "licenseText", label: "Read the license" },
	],
	source: "Hub, 2 min ago",
	isLoading: false,
	adoption: { figures: [], flags: [], charts: [sampleChart] },
	derivatives: {
		relations: [
			{
				key: "finetune",
				label: "Fine-tunes",
				count: "1,203",
				largest: [{ repoId: "a/finetune", downloads: "1.2M" }],
				hasAny: true,
			},
		],
		chart: { ...sampleChart, labels: [], series: [], empty: "Nothing was read yet." },
	},
	lineage: {
		rows: [
			{ repoId: "Maker/Base", depth: 0, relation: "", notes: ["9M downloads"], isSelf: false },
			{ repoId: "Maker/Chat", depth: 1, relation: "fine-tune", notes: [], isSelf: true },
			{ repoId: "a/quant", depth: 2, relation: "quantization", notes: [], isSelf: false },
			{ repoId: "b/quant", depth: 2, relation: "quantization", notes: [], isSelf: false },
		],
		status: "At most 30 requests.",
		isReading: false,
	},
	fit: {
		contextTokens: 8192,
		contextWords: "8,192 tokens",
		contextSteps: [4096, 8192, 32768],
		targets: [
			{ id: "this", name: "This machine", detail: "12 GB" },
			{ id: "ci", name: "CI", detail: "32 GB" },
		],
		rows: [
			{
				key: "Q6_K.gguf",
				name: "Q6_K.gguf",
				format: "GGUF",
				size: "6.7 GB",
				cells: [fits, unknown],
				isMinor: false,
			},
		],
	},
	license: { sentence: "Apache License 2.0", obligations: ["Keep the notice."], ancestors: [] },
	safety: [],
	snippets: [
		{
			id: "transformers",
			label: "Transformers",
			language: "python",
			code: "import transformers",
			canRun: false,
		},
		{ id: "llama cpp", label: "llama.cpp", language: "bash", code: "llama-server", canRun: true },
	],
};

/** A scene whose actions note what was asked for, in order. */
export function createScene(model: ModelView = sampleModel, over: Partial<Scene> = {}) {
	const asked: unknown[][] = [];
	const note =
		(name: string) =>
		(...given: unknown[]) => {
			asked.push([name, ...given]);
		};
	const scene: Scene = {
		model,
		strings: sampleStrings,
		locale: "en",
		look: firstLook,
		actions: {
			retry: note("retry"),
			readOffers: note("readOffers"),
			insertModelId: note("insertModelId"),
			copyModelId: note("copyModelId"),
			setWatched: note("setWatched"),
			openLink: note("openLink"),
			openModel: note("openModel"),
			showDerivatives: note("showDerivatives"),
			insertSnippet: note("insertSnippet"),
			copySnippet: note("copySnippet"),
			runSnippet: note("runSnippet"),
			copyVerdict: note("copyVerdict"),
			compareModel: note("compareModel"),
			followLineage: note("followLineage"),
			stopLineage: note("stopLineage"),
			chooseContext: note("chooseContext"),
			look: note("look"),
		},
		charts: { show: note("showChart"), remove: note("removeChart"), takePicture: () => undefined },
		...over,
	};
	return { scene, asked };
}
