import assert from "node:assert/strict";
import { element, flatten, outsideText } from "../../../webview/element.ts";
import { readText } from "./readContent.ts";

describe("element", () => {
	it("keeps markup as text", () => {
		const described = element("p", {}, "<img src=x onerror=alert(1)>");
		assert.deepEqual(described.children, ["<img src=x onerror=alert(1)>"]);
	});

	it("leaves out what is not known, in attributes and children", () => {
		const described = element("button", { hidden: false, id: undefined, open: true }, undefined, false, [
			"a",
			["", "b"],
		]);
		assert.deepEqual([...described.attributes], [["open", ""]]);
		assert.deepEqual(described.children, ["a", "b"]);
		assert.deepEqual(flatten([]), []);
	});

	it("does not compile an attribute that loads or runs, nor an element that does", () => {
		// @ts-expect-error: an address.
		element("p", { href: "https://example.com" });
		// @ts-expect-error: a script.
		element("p", { onclick: "alert(1)" });
		// @ts-expect-error: a style, which the policy of the page would refuse.
		element("p", { style: "color: red" });
		// @ts-expect-error: an element that runs what it holds.
		element("script", {});
	});
});

describe("text from outside", () => {
	it("stands in an isolate, and shows the characters that would turn it around", () => {
		const described = outsideText("model\u202Egpj.exe");
		assert.equal(described.tag, "bdi");
		assert.equal(readText(described), "model\uFFFDgpj.exe");
	});

	it("is left alone in a language that is written from right to left", () => {
		assert.equal(readText(outsideText("نموذج")), "نموذج");
	});
});
