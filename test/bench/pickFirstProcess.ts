import { readFileSync } from "node:fs";
import { Catalog } from "../../src/core/catalog/catalog.ts";
import { decodeSnapshot } from "../../src/core/catalog/snapshot.ts";
import { FitJudge } from "../../src/core/fit/fitJudge.ts";
import { openSupportRules } from "../../src/core/fit/support/openSupportRules.ts";
import { listPresets } from "../../src/core/hardware/listPresets.ts";
import { classifyLicense } from "../../src/core/license/resolveLicense.ts";
import { pickCandidates } from "../../src/core/pick/pickCandidates.ts";
import { openQualityKnowledge } from "../../src/core/pick/quality/scoreModels.ts";
import { needsOfSheet } from "../../src/core/pick/sheet/needsOfSheet.ts";
import { readSheet } from "../../src/core/pick/sheet/readSheet.ts";
import { benchTraits } from "./benchTraits.ts";

/*
 * Runs in a process of its own, for `pickFirstBench`: from the file on disk and words to the first candidates. What it
 * prints is the number of milliseconds since its code began to load, and of candidates.
 */

const decoded = decodeSnapshot(JSON.parse(readFileSync("media/catalog.json", "utf8")));
if (!decoded.ok) {
	throw new Error(`media/catalog.json cannot be read: ${decoded.reason}.`);
}
const catalog = new Catalog(benchTraits);
catalog.add(decoded.snapshot.models);
const sheet = readSheet({ text: "summarize support tickets on a 24 GB NVIDIA card, must be Apache" });
const judge = new FitJudge(
	openSupportRules(JSON.parse(readFileSync("src/core/fit/support/supportTable.json", "utf8"))),
);
const { candidates } = pickCandidates({
	models: catalog.query({}).models,
	needs: needsOfSheet(sheet, listPresets()),
	classifyLicense,
	quality: openQualityKnowledge(JSON.parse(readFileSync("src/core/pick/quality/evidence.json", "utf8"))),
	judge: (model, target, contextTokens, narrow) =>
		judge.judgeBest(model, target, contextTokens, narrow).verdict,
	nowMs: decoded.snapshot.factsAtMs,
});
const startedAt: unknown = Reflect.get(globalThis, "benchStartedAt");
console.log(JSON.stringify([performance.now() - Number(startedAt), candidates.length]));
