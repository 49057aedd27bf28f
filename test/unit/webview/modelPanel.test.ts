import assert from "node:assert/strict";
import { describeModelPanel } from "../../../webview/modelPanel.ts";
import { findButton, findElement, findElements, press, readText } from "./readContent.ts";
import { createScene, sampleChart, sampleModel } from "./sampleScene.ts";

describe("the panel of a model", () => {
	it("has its parts under headings, in the order of the page, and no id twice", () => {
		const page = describeModelPanel(createScene().scene);
		assert.deepEqual(findElements(page, ({ tag }) => tag === "h1" || tag === "h2").map(readText), [
			"Qwen3-8B",
			"Adoption",
			"Derivatives",
			"Fit",
			"License & safety",
			"Use it",
		]);
		const ids = findElements(page, ({ attributes }) => attributes.has("id")).map(({ attributes }) =>
			attributes.get("id"),
		);
		assert.equal(new Set(ids).size, ids.length);
	});

	it("gives a chart the words that it shows, and its numbers only when they are asked for", () => {
		const { asked, scene } = createScene();
		const page = describeModelPanel(scene);
		const canvas = findElement(page, ({ tag }) => tag === "canvas");
		assert.equal(canvas.attributes.get("role"), "img");
		assert.equal(canvas.attributes.get("aria-label"), sampleChart.summary);
		assert.ok(!readText(page).includes("1,200"));
		assert.ok(readText(page).includes("Show as table: Derivatives by month"));

		const look = { ...scene.look, openDetails: ["adoption-0"] };
		const opened = readText(describeModelPanel({ ...scene, look }));
		assert.ok(opened.includes("MonthFine-tunesAdaptersJune1,200–July30"));
		assert.deepEqual(asked, []);
	});

	it("says why a chart is empty instead of drawing nothing", () => {
		const page = describeModelPanel(createScene().scene);
		assert.ok(readText(page).includes("Nothing was read yet."));
		assert.equal(findElements(page, ({ tag }) => tag === "canvas").length, 1);
	});

	it("says nothing of downloads that are not known", () => {
		const largest = [{ repoId: "a/unread", downloads: "" }];
		const relations = [{ key: "merge" as const, label: "Merges", count: "1", largest, hasAny: true }];
		const { scene } = createScene({ ...sampleModel, derivatives: { ...sampleModel.derivatives, relations } });
		const list = findElement(
			describeModelPanel(scene),
			({ attributes }) => attributes.get("aria-labelledby") === "relation-0",
		);
		assert.equal(readText(list), "a/unread");
	});

	it("opens a derivative", () => {
		const { asked, scene } = createScene();
		press(findButton(describeModelPanel(scene), "a/finetune"));
		assert.deepEqual(asked, [["openModel", "a/finetune"]]);
	});

	it("leads to all derivatives of a relation, where there are any", () => {
		const { asked, scene } = createScene();
		press(findButton(describeModelPanel(scene), "See all"));
		assert.deepEqual(asked, [["showDerivatives", "finetune"]]);
		const none = { key: "merge" as const, label: "Merges", count: "0", largest: [], hasAny: false };
		const { derivatives } = sampleModel;
		const page = describeModelPanel(
			createScene({ ...sampleModel, derivatives: { ...derivatives, relations: [none] } }).scene,
		);
		assert.ok(!readText(page).includes("See all"));
	});

	it("shows the snippet that was chosen, and the first where that one is gone", () => {
		const { scene } = createScene();
		const readChosen = (snippetId?: string) => {
			const page = describeModelPanel({ ...scene, look: { ...scene.look, snippetId } });
			const panels = findElement(page, ({ tag }) => tag === "vscode-panels");
			const tabs = findElements(panels, ({ tag }) => tag === "vscode-panel-tab");
			const activeId = panels.attributes.get("activeid");
			return tabs.filter(({ attributes }) => attributes.get("id") === activeId).map(readText);
		};
		assert.deepEqual(readChosen(), ["Transformers"]);
		assert.deepEqual(readChosen("llama cpp"), ["llama.cpp"]);
		assert.deepEqual(readChosen("gone"), ["Transformers"]);
	});

	it("inserts, copies and runs the snippet beside the button, and says that it was copied", () => {
		const { asked, scene } = createScene();
		const describeView = (copied?: string) => {
			const page = describeModelPanel({ ...scene, copied });
			const said = findElement(page, ({ attributes }) => attributes.get("aria-live") === "polite");
			const [, view] = findElements(page, ({ tag }) => tag === "vscode-panel-view");
			assert.ok(view);
			return { said: readText(said), view };
		};
		const { said, view } = describeView();
		assert.equal(said, "");
		press(findButton(view, "Insert"));
		press(findButton(view, "Copy"));
		press(findButton(view, "Run in Terminal…"));
		assert.deepEqual(asked, [
			["insertSnippet", "llama cpp"],
			["copySnippet", "llama cpp"],
			["runSnippet", "llama cpp"],
		]);
		const after = describeView("llama cpp");
		assert.equal(after.said, "Copied");
		assert.ok(findButton(after.view, "Copied"));
	});

	it("is whole where nothing but the name is known", () => {
		const { insertPlace: _place, ...known } = sampleModel;
		const page = describeModelPanel(
			createScene({
				...known,
				facts: [],
				links: [],
				adoption: { figures: [], flags: [], charts: [] },
				derivatives: { relations: [], chart: { ...sampleChart, series: [], labels: [], empty: "None." } },
				fit: { ...known.fit, targets: [], rows: [], note: "No files are known." },
				license: { sentence: "The license is not stated.", obligations: [], ancestors: [] },
				snippets: [],
			}).scene,
		);
		const text = readText(page);
		for (const words of [
			"None.",
			"No files are known.",
			"The license is not stated.",
			"No library is named.",
		]) {
			assert.ok(text.includes(words), words);
		}
		assert.ok(!text.includes("undefined"));
	});
});
