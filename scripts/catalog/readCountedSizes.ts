import { readFile } from "node:fs/promises";
import * as v from "valibot";
import type { Model } from "../../src/core/model/model.ts";

const rowSchema = v.object({ name: v.string(), parameters_raw: v.number() });

/** What is rounded to this was taken from a name. */
const rounding = 1e6;

/** Gate, up and down. */
const matricesPerExpert = 3;

/**
 * Completes models by parameters that others read from the Hub's counts, where ours do not have them: a file
 * `[{ name, parameters_raw }]`, of which other rows are passed over. Left out is what cannot be a count: round numbers,
 * and fewer than the experts of the architecture alone are, which is how packed weights are counted.
 */
export async function readCountedSizes(path: string): Promise<(model: Model) => Model> {
	const rows: unknown = JSON.parse(await readFile(path, "utf8"));
	if (!Array.isArray(rows)) {
		throw new Error(`${path} is no list of models with their parameters.`);
	}
	const counts = new Map<string, number>();
	for (const row of rows) {
		const parsed = v.safeParse(rowSchema, row);
		if (parsed.success && parsed.output.parameters_raw % rounding !== 0) {
			counts.set(parsed.output.name, parsed.output.parameters_raw);
		}
	}
	return (model) => {
		const value = counts.get(model.repoId);
		return value === undefined || model.parameters !== undefined || value < countExperts(model)
			? model
			: { ...model, parameters: { total: { value, basis: "read", from: "safetensorsTotal" } } };
	};
}

/** Parameters of all experts, as far as the architecture tells. */
function countExperts({ architecture = {} }: Model): number {
	const { layers = 0, experts = 0, hiddenSize = 0, expertFeedForwardSize = 0 } = architecture;
	return layers * experts * hiddenSize * expertFeedForwardSize * matricesPerExpert * 0.9;
}
