import { type Artifact, type WeightFormat, weightFormats } from "../../model/artifact.ts";
import { isMlxRow } from "./mapQuantization.ts";
import type { WireRow } from "./wireRow.ts";

/** What tags and libraries say of formats under other names than the format's. */
const aliases: ReadonlyMap<string, WeightFormat> = new Map([
	["tf-keras", "keras"],
	["keras-hub", "keras"],
	["tf", "keras"],
	["litert", "tflite"],
	["litert-lm", "tflite"],
	["flax", "jax"],
	["core-ml", "coreml"],
]);

/** The formats in which a repository holds weights: from its files where they are listed, else from what it says. */
export function mapFormats(
	row: WireRow,
	artifacts: readonly Artifact[] | undefined,
): readonly WeightFormat[] {
	const formats = new Set<WeightFormat>(artifacts?.map(({ format }) => format));
	if (formats.size === 0) {
		for (const word of [...(row.tags ?? []), row.library_name ?? ""]) {
			const format = toFormat(word.toLowerCase());
			if (format !== undefined) {
				formats.add(format);
			}
		}
		if (row.safetensors !== undefined) {
			formats.add("safetensors");
		}
		if (row.gguf !== undefined) {
			formats.add("gguf");
		}
		if (isMlxRow(row)) {
			formats.add("mlx");
			formats.delete("safetensors");
		} else if (formats.has("safetensors")) {
			formats.delete("mlx");
		}
	}
	return weightFormats.filter((format) => formats.has(format));
}

function toFormat(word: string): WeightFormat | undefined {
	return weightFormats.find((format) => format === word) ?? aliases.get(word);
}
