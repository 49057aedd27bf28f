import assert from "node:assert/strict";
import { lookUpSupport } from "../../../../../src/core/fit/support/lookUpSupport.ts";
import { openSupportRules, type SupportRules } from "../../../../../src/core/fit/support/openSupportRules.ts";
import { askSupport, readCase } from "./askSupport.ts";

const card = { runtime: "R", vendor: "nvidia", computeCapability: 8.6 };

describe("reading the rules of support", () => {
	it("no rule that matches is unknown, never no", () => {
		assert.equal(
			askSupport({
				formats: ["safetensors-f16"],
				runtime: "SGLang",
				vendor: "nvidia",
				computeCapability: 8.6,
			}),
			"unknown -",
		);
		assert.equal(
			askSupport({ formats: ["gguf-k"], runtime: "something else", vendor: "nvidia" }),
			"unknown -",
		);
		assert.equal(askSupport({ formats: ["gguf-k"], runtime: "vLLM", vendor: "google" }), "unknown -");
		assert.equal(
			askSupport({
				formats: ["gguf-k"],
				runtime: "llama.cpp",
				vendor: "nvidia",
				backend: "CANN",
				computeCapability: 8,
			}),
			"unknown -",
		);
	});

	it("a rule may say that it is unknown", () => {
		assert.equal(
			askSupport({ formats: ["safetensors-f16"], runtime: "SGLang", vendor: "nvidia", computeCapability: 7 }),
			"unknown R296",
		);
		assert.equal(
			askSupport({ formats: ["fp8"], runtime: "vLLM", vendor: "amd", gfx: "gfx90a" }),
			"unknown R235 C03",
		);
	});

	it("bounds are inclusive, and not met by hardware that is not told", () => {
		const rules = makeRules([{ id: "a", minCc: 7.5, maxCc: 8.6 }]);
		assert.equal(ask(rules, { ...card, computeCapability: 7.5 }), "native a");
		assert.equal(ask(rules, { ...card, computeCapability: "8.6" }), "native a");
		assert.equal(ask(rules, { ...card, computeCapability: 8.7 }), "unknown -");
		assert.equal(ask(rules, { runtime: "R", vendor: "nvidia" }), "unknown -");
		// 10.3 is not 1.03, and comes after 9.0.
		assert.equal(
			ask(makeRules([{ id: "a", minCc: 10, maxCc: 10.3 }]), { ...card, computeCapability: "10.3" }),
			"native a",
		);
	});

	it("narrower hardware before wider, whatever the evidence", () => {
		const wide = { id: "wide", minCc: 7, evidence: "code" };
		assert.equal(
			ask(makeRules([wide, { id: "narrow", minCc: 7.5, maxCc: 8.9, evidence: "issue" }]), card),
			"native narrow",
		);
		assert.equal(ask(makeRules([{ id: "any" }, { ...wide, evidence: "third-party" }]), card), "native wide");
		const chips = [
			{ id: "two", gfx: "942 950" },
			{ id: "one", gfx: "942", evidence: "issue" },
		];
		assert.equal(
			ask(makeRules(chips.map((rule) => ({ ...rule, vendor: "amd" }))), {
				runtime: "R",
				vendor: "amd",
				gfx: "gfx942",
			}),
			"native one",
		);
	});

	it("then the evidence, then the newer date, also where ranges only overlap", () => {
		const ranges = [{ minCc: 7, maxCc: 9 }, { minCc: 7.5 }];
		const [first, second] = ranges;
		assert.equal(
			ask(
				makeRules([
					{ id: "docs", ...first },
					{ id: "code", ...second, evidence: "code", asOf: "2024-01" },
				]),
				card,
			),
			"native code",
		);
		assert.equal(
			ask(
				makeRules([
					{ id: "old", ...first, asOf: "2026-01" },
					{ id: "new", ...second, asOf: "2026-02" },
				]),
				card,
			),
			"native new",
		);
	});

	it("a precondition that the case does not show never decides, and is told as a caveat", () => {
		const rules = makeRules([
			{ id: "jetson", minCc: 8, maxCc: 8.7, support: "unsupported", needs: "jetson" },
			{ id: "a" },
		]);
		assert.equal(ask(rules, card), "native a");
		const asked = readCase({ formats: ["f"], ...card });
		assert.deepEqual(
			lookUpSupport(asked, rules).caveats.map(({ id }) => id),
			["jetson"],
		);
		assert.equal(ask(makeRules([{ id: "flag", needs: "flag" }]), card), "unknown -");
		assert.equal(
			askSupport({
				formats: ["safetensors-bf16"],
				runtime: "vLLM",
				vendor: "nvidia",
				computeCapability: 7.5,
			}),
			"unknown -",
		);
	});

	it("a precondition that the hardware itself meets decides where nothing else does, and only there", () => {
		const own = { id: "own", vendor: "apple", needs: "appleSilicon" };
		assert.equal(ask(makeRules([own]), { runtime: "R", vendor: "apple" }), "native own");
		assert.equal(
			ask(makeRules([own, { id: "plain", vendor: "apple", support: "emulated" }]), {
				runtime: "R",
				vendor: "apple",
			}),
			"emulated plain",
		);
	});

	it("rules for Windows apply only there, and before those that were not written for it", () => {
		const rules = makeRules([
			{ id: "windows", os: "windows", support: "unsupported", formats: "*" },
			{ id: "a", minCc: 8, maxCc: 8.9 },
		]);
		assert.equal(ask(rules, { ...card, os: "win32" }), "unsupported windows");
		assert.equal(ask(rules, { ...card, os: "Linux" }), "native a");
		assert.equal(ask(rules, card), "native a");
	});

	it("versions of macOS", () => {
		const coreMl = { formats: ["coreml"], runtime: "Core ML", vendor: "apple" };
		assert.equal(askSupport({ ...coreMl, os: "macOS 13" }), "emulated R587");
		assert.match(askSupport({ ...coreMl, os: "macos14" }), /^native R586/);
		assert.match(askSupport({ ...coreMl, os: "darwin" }), /^native/);
	});

	it("`gguf` covers all its kinds, `*` all formats, and FP8 is not block FP8", () => {
		const rules = makeRules([
			{ id: "gguf", formats: "gguf" },
			{ id: "fp8", formats: "fp8" },
		]);
		assert.equal(ask(rules, card, ["gguf-iq"]), "native gguf");
		assert.equal(ask(rules, card, ["gguf"]), "native gguf");
		assert.equal(ask(rules, card, ["fp8-block"]), "unknown -");
		assert.equal(ask(makeRules([{ id: "all", formats: "*" }]), card, ["anything"]), "native all");
	});

	it("backends are alternatives: the vendor's own where it runs, else the best, or the one that is named", () => {
		const own = { id: "own", backend: "CUDA", support: "emulated" };
		const other = { id: "other", backend: "Vulkan" };
		assert.equal(ask(makeRules([own, other]), card), "emulated own");
		assert.equal(ask(makeRules([{ ...own, support: "unsupported" }, other]), card), "native other");
		assert.equal(ask(makeRules([own, other]), { ...card, backend: "vulkan" }), "native other");
		assert.equal(
			ask(makeRules([own, { ...other, support: "experimental" }, { id: "best", backend: "WebGPU" }]), {
				...card,
				vendor: "nvidia",
			}),
			"emulated own",
		);
		const asked = readCase({ formats: ["f"], ...card });
		assert.deepEqual(
			lookUpSupport(asked, makeRules([own, other])).others.map(({ rule }) => rule?.id),
			["other"],
		);
	});

	it("a build's own rule before those of what it is a build of, which hold for it too", () => {
		const rules = makeRules([
			{ id: "build", backend: "CUDA 13 build", maxCc: 7.2, support: "unsupported" },
			{ id: "cuda", backend: "CUDA" },
		]);
		assert.equal(ask(rules, { ...card, computeCapability: 7, backend: "CUDA 13" }), "unsupported build");
		assert.equal(ask(rules, { ...card, backend: "CUDA 13 build" }), "native cuda");
		assert.equal(ask(rules, { ...card, computeCapability: 7 }), "native cuda");
	});

	it("what tells no backend apart names none", () => {
		const v100 = { formats: ["safetensors-bf16"], runtime: "vLLM", vendor: "nvidia", computeCapability: 7 };
		assert.equal(askSupport({ ...v100, backend: "prebuilt" }), "unsupported R189 C02");
		assert.equal(
			askSupport({ formats: ["mlx"], runtime: "mlx-lm", backend: "MLX", vendor: "apple" }),
			"native R468",
		);
	});

	it("names by case, punctuation and version, and other names for the same backend", () => {
		for (const runtime of ["VLLM", "vllm 0.32", "vllm==0.32.0"]) {
			assert.equal(
				askSupport({ formats: ["NVFP4"], runtime, vendor: "NVIDIA", computeCapability: "9.0" }),
				"emulated R210",
			);
		}
		assert.equal(
			askSupport({ formats: ["exl2"], runtime: "exllamav2", vendor: "Apple" }),
			"unsupported R459",
		);
		assert.equal(
			askSupport({ formats: ["mlx"], runtime: "MLX", vendor: "apple", os: "macOS" }),
			"native R468",
		);
		assert.equal(
			askSupport({
				formats: ["gguf-k"],
				runtime: "llamacpp",
				backend: "rocm",
				vendor: "amd",
				gfx: "1100",
				os: "windows",
			}),
			"native R024",
		);
		assert.equal(
			askSupport({ formats: ["fp8"], runtime: "vLLM", vendor: "amd", gfx: "gfx942:sramecc+:xnack-" }),
			"native R233",
		);
	});
});

function ask(rules: SupportRules, asked: object, formats: readonly string[] = ["f"]): string {
	const { support, rule } = lookUpSupport(readCase({ formats, ...asked }), rules);
	return `${support} ${rule?.id ?? "-"}`;
}

/** A table of one runtime, with what a test says of each rule. */
function makeRules(
	rows: readonly ({ id: string; evidence?: string; asOf?: string } & Record<string, unknown>)[],
): SupportRules {
	return openSupportRules({
		asOf: "2026-11-21",
		runtimeAliases: {},
		formatPatterns: [],
		backendParents: { "CUDA 13 build": "CUDA" },
		ownBackends: { nvidia: ["CUDA"] },
		impliedNeeds: ["appleSilicon"],
		usualRuntimes: ["R"],
		engines: {},
		statements: rows.map(({ evidence = "docs", asOf = "2026-08", ...rule }) => ({
			runtime: "R",
			asOf,
			evidence,
			reached: "url",
			sources: ["https://example.com"],
			rules: [{ vendor: "nvidia", formats: "f", support: "native", ...rule }],
		})),
	});
}
