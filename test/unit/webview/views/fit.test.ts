import assert from "node:assert/strict";
import { describeFit } from "../../../../webview/views/fit.ts";
import { findButton, findElement, findElements, press, readText } from "../readContent.ts";
import { createScene, sampleModel } from "../sampleScene.ts";

const fit = sampleModel.fit;

describe("the fit of a model", () => {
	it("is a table of artifacts by targets, each verdict in shape, word and bytes", () => {
		const content = describeFit(createScene().scene);
		const headings = findElements(content, ({ tag, attributes }) => tag === "th" && attributes.has("scope"));
		assert.deepEqual(headings.map(readText), [
			"Artifact",
			"Size",
			"This machine12 GB",
			"CI32 GB",
			"Q6_K.ggufGGUF",
		]);
		assert.ok(findButton(content, "◆Fits 8.9 GB"));
		assert.ok(findButton(content, "?Not known"));
	});

	it("gives the basis of a size on demand, not in the table", () => {
		const rows = fit.rows.map((row) => ({ ...row, sizeDetail: "Estimated from the parameters" }));
		const content = describeFit(createScene({ ...sampleModel, fit: { ...fit, rows } }).scene);
		const tip = findElement(content, ({ attributes }) => attributes.get("role") === "tooltip");
		assert.equal(readText(tip), "Estimated from the parameters");
		const size = findButton(content, "6.7 GB");
		assert.equal(size.attributes.get("aria-describedby"), tip.attributes.get("id"));
	});

	it("opens the parts of a verdict under its row, and closes them again", () => {
		const { asked, scene } = createScene();
		const cell = findButton(describeFit(scene), "◆Fits 8.9 GB");
		assert.equal(cell.attributes.get("aria-expanded"), "false");
		press(cell);
		const openCell = "Q6_K.gguf this";
		assert.deepEqual(asked, [["look", { openCell }]]);

		const opened = describeFit({ ...scene, look: { ...scene.look, openCell } });
		const openedCell = findButton(opened, "◆Fits 8.9 GB");
		const parts = findElement(opened, ({ attributes }) => attributes.get("class") === "parts");
		assert.equal(openedCell.attributes.get("aria-expanded"), "true");
		assert.equal(openedCell.attributes.get("aria-controls"), parts.attributes.get("id"));
		assert.equal(readText(parts), "Weights6.7 GBRead from the filesCopy how");
		press(findButton(parts, "Copy how"));
		assert.deepEqual(asked.at(-1), ["copyVerdict", 0, 0]);
		press(openedCell);
		assert.deepEqual(asked.at(-1), ["look", { openCell: undefined }]);
	});

	it("says the speed beside the bytes, and that the text was copied", () => {
		const [row] = fit.rows;
		assert.ok(row);
		const cells = row.cells.map((cell) => ({ ...cell, speed: "≈52 tokens/s" }));
		const model = { ...sampleModel, fit: { ...fit, rows: [{ ...row, cells }] } };
		const { scene } = createScene(model, { copied: "cell-0-0" });
		const opened = describeFit({ ...scene, look: { ...scene.look, openCell: "Q6_K.gguf this" } });
		findButton(opened, "◆Fits 8.9 GB · ≈52 tokens/s");
		findButton(opened, scene.strings.copied);
	});

	it("keeps a verdict open when another artifact comes before it", () => {
		const { scene } = createScene({
			...sampleModel,
			fit: {
				...fit,
				rows: [...fit.rows.map((row) => ({ ...row, key: "Q4_K.gguf", name: "Q4_K.gguf" })), ...fit.rows],
			},
		});
		const content = describeFit({ ...scene, look: { ...scene.look, openCell: "Q6_K.gguf this" } });
		const expanded = findElements(content, ({ attributes }) => attributes.get("aria-expanded") === "true");
		assert.deepEqual(
			expanded.map(({ attributes }) => attributes.get("id")),
			["cell-1-0"],
		);
	});

	it("says the words of the context that the verdicts are for, and a number for one on its way", () => {
		const { scene } = createScene();
		const readSlider = (content: ReturnType<typeof describeFit>) => {
			const slider = findElement(content, ({ tag }) => tag === "input");
			return [slider.value, slider.attributes.get("aria-valuetext")];
		};
		assert.deepEqual(readSlider(describeFit(scene)), ["1", "8,192 tokens"]);
		assert.deepEqual(readSlider(describeFit({ ...scene, pendingContext: 32768 })), ["2", "32,768"]);
	});

	it("has no slider where there is nothing to choose or to judge", () => {
		const countSliders = (over: Partial<typeof fit>) =>
			findElements(
				describeFit(createScene({ ...sampleModel, fit: { ...fit, ...over } }).scene),
				({ tag }) => tag === "input",
			).length;
		assert.equal(countSliders({ contextSteps: [8192] }), 0);
		assert.equal(countSliders({ targets: [], rows: fit.rows.map((row) => ({ ...row, cells: [] })) }), 0);
		assert.equal(countSliders({ rows: [] }), 0);
	});

	it("says why there is nothing to see", () => {
		const nothing = { ...fit, rows: [], targets: [], note: "No target is checked." };
		const content = describeFit(createScene({ ...sampleModel, fit: nothing }).scene);
		assert.equal(readText(content), "FitNo target is checked.");
	});

	it("says whose a quantization is, what to beware of, and which is best; the owner opens", () => {
		const [row] = fit.rows;
		assert.ok(row);
		const offered = {
			...row,
			key: "Q4 of bartowski",
			owner: { repoId: "bartowski/x-GGUF", words: "bartowski/x-GGUF, relied on" },
			caveat: "Old.",
			cells: row.cells.map((cell) => ({ ...cell, isBest: cell.answer === "fits" })),
		};
		const { asked, scene } = createScene({ ...sampleModel, fit: { ...fit, rows: [offered] } });
		const content = describeFit(scene);
		assert.match(readText(content), /bartowski\/x-GGUF, relied on⚠ Old\./);
		findButton(content, "◆Fits 8.9 GB · ★ best");
		press(findButton(content, "bartowski/x-GGUF"));
		assert.deepEqual(asked, [["openModel", "bartowski/x-GGUF"]]);
	});

	it("keeps rows that nobody looks for first behind a button, and reads more when asked", () => {
		const [row] = fit.rows;
		assert.ok(row);
		const minor = { ...row, key: "IQ1", name: "IQ1", isMinor: true };
		const offers = { words: "Read 3 more", isReading: false };
		const model = { ...sampleModel, fit: { ...fit, rows: [row, minor], offers } };
		const { asked, scene } = createScene(model);
		const content = describeFit(scene);
		assert.doesNotMatch(readText(content), /IQ1/);
		press(findButton(content, "Show 1 more"));
		assert.deepEqual(asked.at(-1), ["look", { openDetails: ["fit-rows"] }]);
		press(findButton(content, "Read 3 more"));
		assert.deepEqual(asked.at(-1), ["readOffers"]);
		const opened = describeFit({ ...scene, look: { ...scene.look, openDetails: ["fit-rows"] } });
		assert.match(readText(opened), /IQ1/);
		press(findButton(opened, "Show fewer"));
		assert.deepEqual(asked.at(-1), ["look", { openDetails: [] }]);
	});

	it("opens what would change a verdict and how it runs, under headings of their own", () => {
		const [row] = fit.rows;
		assert.ok(row);
		const changes = [{ label: "Headroom", value: "2 GiB" }];
		const running = [{ label: "llama.cpp", value: "runs", detail: "Rule R1, 2026-08" }];
		const cells = row.cells.map((cell) => ({ ...cell, changes, running }));
		const { scene } = createScene({ ...sampleModel, fit: { ...fit, rows: [{ ...row, cells }] } });
		const opened = describeFit({ ...scene, look: { ...scene.look, openCell: "Q6_K.gguf this" } });
		const parts = findElement(opened, ({ attributes }) => attributes.get("class") === "parts");
		assert.match(readText(parts), /What would change itHeadroom2 GiB/);
		assert.match(readText(parts), /How it runsllama\.cppruns/);
	});
});
