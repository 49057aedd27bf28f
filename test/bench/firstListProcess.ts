import { readFileSync } from "node:fs";
import { Catalog } from "../../src/core/catalog/catalog.ts";
import { decodeSnapshot } from "../../src/core/catalog/snapshot.ts";
import { benchTraits } from "./benchTraits.ts";

/*
 * Runs in a process of its own, for `firstListBench`: from the file on disk to the first page. What it prints is the
 * number of milliseconds since its code began to load, and of models on the page.
 */

const decoded = decodeSnapshot(JSON.parse(readFileSync("media/catalog.json", "utf8")));
if (!decoded.ok) {
	throw new Error(`media/catalog.json cannot be read: ${decoded.reason}.`);
}
const catalog = new Catalog(benchTraits);
catalog.add(decoded.snapshot.models);
const { models } = catalog.query({ limit: 50 });
const startedAt: unknown = Reflect.get(globalThis, "benchStartedAt");
console.log(JSON.stringify([performance.now() - Number(startedAt), models.length]));
