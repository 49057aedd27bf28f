import assert from "node:assert/strict";
import { describeLineage } from "../../../../webview/views/lineage.ts";
import { findButton, findElement, findElements, press, readText } from "../readContent.ts";
import { createScene, sampleModel } from "../sampleScene.ts";

describe("the lineage of a model", () => {
	it("is a tree of nested lists, in which the model itself is marked and every other one leads to its panel", () => {
		const { asked, scene } = createScene();
		const content = describeLineage(scene);
		const lists = findElements(content, ({ tag }) => tag === "ul");
		assert.deepEqual(
			lists.map((list) => list.children.length),
			// Found inside out: the two quantizations, the fine-tune above them, the root.
			[1, 1, 2],
		);
		const self = findElement(content, ({ attributes }) => attributes.get("aria-current") === "true");
		assert.equal(readText(self), "fine-tuneMaker/Chat");
		press(findButton(content, "a/quant"));
		assert.deepEqual(asked, [["openModel", "a/quant"]]);
		assert.ok(readText(content).includes("9M downloads"));
	});

	it("says what following it costs before it is pressed, and can be stopped", () => {
		const { asked, scene } = createScene();
		const before = describeLineage(scene);
		assert.ok(readText(before).includes("At most 30 requests."));
		press(findButton(before, "Follow"));
		const reading = { ...sampleModel, lineage: { ...sampleModel.lineage, isReading: true } };
		press(findButton(describeLineage({ ...scene, model: reading }), "Stop"));
		assert.deepEqual(asked, [["followLineage"], ["stopLineage"]]);
	});
});
