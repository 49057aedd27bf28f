import assert from "node:assert/strict";
import type { EcosystemChartView, EcosystemView } from "../../../../src/protocol/ecosystemPanel.ts";
import { firstEcosystemLook, readEcosystemLook } from "../../../../webview/ecosystemLook.ts";
import type { EcosystemScene } from "../../../../webview/ecosystemScene.ts";
import { describeEcosystem } from "../../../../webview/views/ecosystem.ts";
import { findButton, findElement, findElements, press, readText } from "../readContent.ts";

const measure = {
	title: "Models",
	summary: "Most is translation.",
	kind: "bar" as const,
	labelHeading: "Task",
	labels: ["translation", "robotics"],
	series: [{ name: "Models", values: [4, 1] }],
	basis: "",
	keys: ["translation", "robotics"],
	columns: ["models"],
};

const tasks: EcosystemChartView = {
	id: "tasks",
	title: "For which tasks?",
	says: "Most is translation.",
	basis: "Computed from 5 models.",
	measures: [measure, { ...measure, title: "Downloads", columns: ["downloads"] }],
	headings: ["Task", "Models", "Downloads"],
	columns: ["models", "downloads"],
	rows: [
		{ key: "translation", label: "translation", cells: ["4", "90"], hasModels: [true] },
		{ key: "robotics", label: "robotics", cells: ["1", "–"], hasModels: [false] },
	],
};

const licenses: EcosystemChartView = {
	...tasks,
	id: "licenses",
	title: "Under which licenses?",
	measures: [measure],
	rows: [{ key: "2026-05", label: "May 2026", cells: ["3", "0"], hasModels: [true, false] }],
};

const view: EcosystemView = {
	source: "Computed from 5 models",
	notes: ["Of what is known."],
	fields: [
		{ field: "license", label: "License", options: [{ value: "mit", words: "mit — 3" }] },
		{ field: "owner", label: "Maker", options: [] },
	],
	charts: [tasks, licenses],
	isLoading: false,
	canReadMore: true,
};

function createScene(ecosystem: EcosystemView = view, over: Partial<EcosystemScene> = {}) {
	const asked: unknown[][] = [];
	const note =
		(name: string) =>
		(...given: unknown[]) => {
			asked.push([name, ...given]);
		};
	const scene: EcosystemScene = {
		ecosystem,
		strings: {
			title: "State",
			loading: "Computing",
			readMore: "Read more",
			exportMarkdown: "Markdown",
			exportCsv: "CSV",
			exportPng: "PNG",
			narrowTo: "Narrow to",
			all: "All",
			measure: "Show by",
			showTable: "Table",
			showModels: "Show: {0}",
			shown: "{0} shown",
			chartKeys: "Arrows walk.",
		},
		locale: "en",
		look: firstEcosystemLook,
		isChoosing: false,
		actions: {
			look: note("look"),
			choose: note("choose"),
			showModels: note("showModels"),
			readMore: note("readMore"),
			exportMarkdown: note("exportMarkdown"),
			exportCsv: note("exportCsv"),
			exportPng: note("exportPng"),
			announce: note("announce"),
		},
		charts: { show: note("show"), remove: note("remove"), takePicture: () => undefined },
		...over,
	};
	return { scene, asked };
}

describe("the page of the ecosystem", () => {
	it("has a heading a question, its sentence, what it was computed from, and no id twice", () => {
		const page = describeEcosystem(createScene().scene);
		assert.deepEqual(findElements(page, ({ tag }) => tag === "h1" || tag === "h2").map(readText), [
			"State",
			"For which tasks?",
			"Under which licenses?",
		]);
		const text = readText(page);
		for (const words of ["Computed from 5 models", "Of what is known.", "Most is translation."]) {
			assert.ok(text.includes(words), words);
		}
		const ids = findElements(page, ({ attributes }) => attributes.has("id")).map(({ attributes }) =>
			attributes.get("id"),
		);
		assert.equal(new Set(ids).size, ids.length);
	});

	it("names a canvas by its question and its answer, and says how keys walk it", () => {
		const { scene } = createScene({ ...view, charts: [tasks] });
		const canvas = findElement(describeEcosystem(scene), ({ tag }) => tag === "canvas");
		assert.equal(canvas.attributes.get("aria-label"), "For which tasks? Most is translation.");
		assert.equal(canvas.attributes.get("aria-description"), "Arrows walk.");
		assert.equal(canvas.attributes.get("tabindex"), "0");
	});

	it("leads on from rows where a row is one thing, and from cells where each is", () => {
		const look = { ...firstEcosystemLook, openDetails: ["table-tasks", "table-licenses"] };
		const { asked, scene } = createScene(view, { look });
		const [whole, byCell] = findElements(describeEcosystem(scene), ({ tag }) => tag === "table");
		assert.ok(whole && byCell);
		press(findButton(whole, "translation"));
		press(findButton(byCell, "3"));
		assert.deepEqual(asked, [
			["showModels", "tasks", "translation", "models"],
			["showModels", "licenses", "2026-05", "models"],
		]);
		const labels = findElements([whole, byCell], ({ tag }) => tag === "button");
		assert.deepEqual(
			labels.map(({ attributes }) => attributes.get("aria-label")),
			["Show: translation", "Show: Models, May 2026: 3"],
		);
	});

	it("draws by the measure that was chosen, and by the first where that one is gone", () => {
		const { asked, scene } = createScene();
		press(findButton(describeEcosystem(scene), "Downloads"));
		assert.deepEqual(asked, [["look", { measures: { tasks: 1 } }]]);
		const readPressed = (at: number) =>
			findElements(
				describeEcosystem({ ...scene, look: { ...firstEcosystemLook, measures: { tasks: at } } }),
				({ attributes }) => attributes.get("aria-pressed") === "true",
			).map(readText);
		assert.deepEqual(readPressed(1), ["Downloads"]);
		assert.deepEqual(readPressed(0), ["Models"]);
		assert.deepEqual(readPressed(7), ["Models"]);
	});

	it("says that not enough is known instead of drawing nothing", () => {
		const says = "Not enough is known.";
		const nothing: EcosystemChartView = {
			...tasks,
			says,
			measures: [{ ...measure, labels: [], series: [], keys: [], empty: says }],
			rows: [],
		};
		const page = describeEcosystem(createScene({ ...view, charts: [nothing] }).scene);
		assert.ok(readText(page).includes(says));
		for (const tag of ["canvas", "details"]) {
			assert.equal(findElements(page, (each) => each.tag === tag).length, 0);
		}
	});

	it("offers each field's values and all, and more from the Hub only where it can be asked", () => {
		const { scene } = createScene(view, { look: { ...firstEcosystemLook, choice: { license: "mit" } } });
		const [select] = findElements(describeEcosystem(scene), ({ tag }) => tag === "select");
		assert.equal(select?.value, "mit");
		assert.deepEqual(findElements([select ?? ""], ({ tag }) => tag === "option").map(readText), [
			"All",
			"mit — 3",
		]);
		assert.ok(findButton(describeEcosystem(scene), "Read more"));
		const offline = describeEcosystem(createScene({ ...view, canReadMore: false }).scene);
		assert.ok(!readText(offline).includes("Read more"));
	});
});

describe("the kept look of the ecosystem", () => {
	it("comes back as it was kept, and leaves out what it cannot read", () => {
		const look = {
			scrollTop: 9,
			openDetails: ["table-tasks"],
			choice: { task: "translation" },
			measures: { tasks: 1 },
		};
		assert.deepEqual(readEcosystemLook(JSON.parse(JSON.stringify(look))), look);
		for (const kept of [undefined, null, 4, "x", [], {}]) {
			assert.deepEqual(readEcosystemLook(kept), firstEcosystemLook);
		}
		assert.deepEqual(
			readEcosystemLook({
				scrollTop: -1,
				openDetails: 3,
				choice: { task: "", odd: "x" },
				measures: { a: 0.5 },
			}),
			firstEcosystemLook,
		);
	});
});
