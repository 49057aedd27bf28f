import { Catalog } from "../../src/core/catalog/catalog.ts";
import { completeLocally } from "../../src/core/code/ids/completion/completeLocally.ts";
import { findCompletionPlace } from "../../src/core/code/ids/completion/completionPlace.ts";
import { type Bench, makeFigure } from "./benchFigure.ts";
import { benchTraits } from "./benchTraits.ts";
import { makeSyntheticModels } from "./syntheticModels.ts";

const models = 100_000;
const lines = 10_000;
const budgetMs = 50;
/** Of as many runs of the same the shortest counts: what else the machine does is not the completion's. */
const repeats = 3;

/**
 * The local part of a completion: finding out what the place takes in a file of 10,000 lines, and the best of 100,000 models for
 * it. The slowest of beginnings such as people type.
 */
export const completionBench: Bench = {
	name: "completion",
	async *measure() {
		const catalog = new Catalog(benchTraits);
		catalog.add(makeSyntheticModels(models));
		await catalog.buildIndexInSlices(async () => {});
		const timesMs = ["", "q", "owner", "owner1/", "owner12/mo", "llama", "nothing-like-this"].map((typed) =>
			Math.min(...Array.from({ length: repeats }, () => timeCompletion(catalog, typed))),
		);
		yield makeFigure("completion.local", Math.max(...timesMs), "ms", budgetMs);
	},
};

function timeCompletion(catalog: Catalog, typed: string): number {
	const before = Array.from({ length: lines / 2 }, (_, i) => `row_${i} = read(${i}, "name ${i}")`).join("\n");
	const head = `${before}\npipe = pipeline("text-generation", model="${typed}`;
	const text = `${head}")\n${before}`;
	const startedAt = performance.now();
	const place = findCompletionPlace(text, "python", head.length);
	if (place === undefined) {
		throw new Error("The place was not found.");
	}
	completeLocally(catalog, place, 40);
	return performance.now() - startedAt;
}
