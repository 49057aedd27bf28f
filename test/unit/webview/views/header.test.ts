import assert from "node:assert/strict";
import { describeHeader } from "../../../../webview/views/header.ts";
import { findButton, findElement, findElements, press, readText } from "../readContent.ts";
import { createScene, sampleModel } from "../sampleScene.ts";

describe("the header of a model", () => {
	it("says where Insert goes, the place set apart from the words around it", () => {
		const { asked, scene } = createScene();
		const insert = findButton(describeHeader(scene), "Insert into serve.py");
		assert.equal(readText(findElement(insert, ({ tag }) => tag === "bdi")), "serve.py");
		press(insert);
		assert.deepEqual(asked, [["insertModelId"]]);
	});

	it("says only Insert where no place is known", () => {
		const { insertPlace: _none, ...model } = sampleModel;
		assert.ok(findButton(describeHeader(createScene(model).scene), "Insert"));
	});

	it("tells whether the model is watched, under a name that stays", () => {
		for (const isWatched of [true, false]) {
			const { asked, scene } = createScene({ ...sampleModel, isWatched });
			const watch = findButton(describeHeader(scene), "Watch");
			assert.equal(watch.attributes.get("aria-pressed"), String(isWatched));
			press(watch);
			assert.deepEqual(asked, [["setWatched", !isWatched]]);
		}
	});

	it("shows what went wrong beside what is known, and Retry only where it can help", () => {
		const problem = { words: "The Hub cannot be reached.", canRetry: true };
		const { asked, scene } = createScene({ ...sampleModel, problem });
		const contents = describeHeader({ ...scene, failure: "serve.py cannot be edited." });
		const status = findElement(contents, ({ attributes }) => attributes.get("role") === "status");
		assert.equal(readText(status), "The Hub cannot be reached.serve.py cannot be edited.");
		assert.ok(readText(contents).includes("8.2B"));
		press(findButton(contents, "Retry"));
		assert.deepEqual(asked, [["retry"]]);

		const final = createScene({ ...sampleModel, problem: { ...problem, canRetry: false } }).scene;
		assert.deepEqual(
			findElements(describeHeader(final), (element) => readText(element) === "Retry"),
			[],
		);
	});

	it("shows that it loads without hiding what is there", () => {
		const contents = describeHeader(createScene({ ...sampleModel, isLoading: true }).scene);
		const ring = findElement(contents, ({ tag }) => tag === "vscode-progress-ring");
		assert.equal(ring.attributes.get("aria-label"), "Loading");
		assert.ok(readText(contents).includes("Qwen/Qwen3-8B"));
	});

	it("gives the basis of a fact to those who point at it or reach it by keyboard", () => {
		const contents = describeHeader(createScene().scene);
		const value = findButton(contents, "8.2B");
		const tip = findElement(contents, ({ attributes }) => attributes.get("role") === "tooltip");
		assert.equal(value.attributes.get("aria-describedby"), tip.attributes.get("id"));
		assert.equal(readText(tip), "Read from the header");
	});

	it("opens links by their key, the text of the license being elsewhere", () => {
		const { asked, scene } = createScene();
		const contents = describeHeader(scene);
		press(findButton(contents, "Open on the Hub"));
		assert.deepEqual(asked, [["openLink", "hub"]]);
		assert.ok(!readText(contents).includes("Read the license"));
	});
});
