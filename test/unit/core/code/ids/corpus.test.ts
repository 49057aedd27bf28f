import assert from "node:assert/strict";
import { readCorpus, scoreFinder } from "./corpus.ts";

describe("model IDs in the labelled corpus", () => {
	const files = readCorpus();

	it("are in at least 300 files, in every language, half of them kept apart from tuning", () => {
		assert.ok(files.length >= 300, `${files.length} files`);
		const languages = new Set(files.map(({ languageId }) => languageId));
		for (const each of "python typescript javascript ipynb json yaml toml dockerfile shellscript markdown".split(
			" ",
		)) {
			assert.ok(languages.has(each), each);
		}
		const share = files.filter(({ isHeldOut }) => isHeldOut).length / files.length;
		assert.ok(share > 0.35 && share < 0.65, `${share} held out`);
	});

	for (const isHeldOut of [false, true]) {
		it(`are found in the half that was ${isHeldOut ? "held out" : "tuned on"}`, () => {
			const score = scoreFinder(files.filter((file) => file.isHeldOut === isHeldOut));
			const mistakes = isHeldOut ? "" : score.mistakes.join("\n");
			assert.ok(score.precision >= 0.98, `precision ${score.precision}\n${mistakes}`);
			assert.ok(score.recall >= 0.95, `recall ${score.recall}\n${mistakes}`);
			assert.ok(score.revisionRecall >= 0.95, `revisions ${score.revisionRecall}\n${mistakes}`);
		});
	}

	it("are what the labels say they are", () => {
		for (const { path, text, labels } of files) {
			const lines = text.split("\n");
			for (const { line, column, id } of labels) {
				assert.ok(lines[line - 1]?.startsWith(id, column - 1), `${path}:${line}:${column} ${id}`);
			}
		}
	});
});
