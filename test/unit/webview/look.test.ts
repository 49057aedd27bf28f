import assert from "node:assert/strict";
import { firstLook, readPanelState } from "../../../webview/look.ts";

describe("the kept state of a panel", () => {
	it("comes back as it was kept", () => {
		const state = {
			repoId: "Qwen/Qwen3-8B",
			look: {
				scrollTop: 420,
				openDetails: ["adoption-0"],
				openCell: "Q6_K.gguf this",
				snippetId: "vllm",
				contextTokens: 32768,
			},
		};
		assert.deepEqual(readPanelState(JSON.parse(JSON.stringify(state))), state);
	});

	it("is nothing without a model, whatever else was kept", () => {
		for (const kept of [undefined, null, 3, "x", [], {}, { repoId: 7 }, { look: { scrollTop: 3 } }]) {
			assert.equal(readPanelState(kept), undefined);
		}
	});

	it("leaves out what it cannot read", () => {
		const first = { repoId: "a/b", look: firstLook };
		assert.deepEqual(readPanelState({ repoId: "a/b" }), first);
		const odd = { scrollTop: "9", openDetails: [1], openCell: {}, snippetId: 0, contextTokens: -5 };
		assert.deepEqual(readPanelState({ repoId: "a/b", look: odd }), first);
		assert.deepEqual(readPanelState({ repoId: "a/b", look: { scrollTop: -1, openDetails: "x" } }), first);
	});
});
