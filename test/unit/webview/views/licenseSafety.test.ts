import assert from "node:assert/strict";
import { describeLicenseSafety } from "../../../../webview/views/licenseSafety.ts";
import { findButton, findElement, findElements, press, readText } from "../readContent.ts";
import { createScene, sampleModel } from "../sampleScene.ts";

const license = {
	...sampleModel.license,
	ancestors: [
		{
			repoId: "acme/base",
			relation: "Fine-tunes",
			license: "llama3.1",
			words: "Asks for more.",
			obligations: ["The product must show its name."],
			isConflict: true,
		},
		{
			repoId: "acme/root",
			license: "MIT",
			words: "Asks for nothing more.",
			obligations: [],
			isConflict: false,
		},
	],
};

describe("license and safety of a model", () => {
	it("lead to every ancestor, with what its license adds", () => {
		const { asked, scene } = createScene({ ...sampleModel, license });
		const section = describeLicenseSafety(scene);
		const rows = findElements(section, ({ attributes }) =>
			/\bancestor\b/.test(attributes.get("class") ?? ""),
		);
		assert.deepEqual(rows.map(readText), [
			"acme/basellama3.1 · Fine-tunesAsks for more.The product must show its name.",
			"acme/rootMITAsks for nothing more.",
		]);
		assert.deepEqual(
			rows.map(({ attributes }) => attributes.get("class")),
			["ancestor conflict", "ancestor"],
		);
		press(findButton(section, "acme/root"));
		assert.deepEqual(asked, [["openModel", "acme/root"]]);
	});

	it("say nothing of ancestors where there are none", () => {
		const section = describeLicenseSafety(createScene().scene);
		assert.equal(readText(section).includes("Made from"), false);
		assert.ok(findElement(section, ({ tag }) => tag === "h3"));
	});
});
