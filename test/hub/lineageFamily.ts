interface FamilyRow {
	readonly id: string;
	readonly downloads: number;
	readonly tags: readonly string[];
	readonly aliases?: readonly string[];
}

const made = (id: string, downloads: number, relation?: string, ...bases: string[]): FamilyRow => ({
	id,
	downloads,
	tags: bases.flatMap((base) => [`base_model:${base}`, `base_model:${relation}:${base}`]),
});

/** A family with a parent in another case, one that is gone, one that was renamed, and a cycle. */
export const lineageFamily: readonly FamilyRow[] = [
	made("lineage/Base", 9_000),
	made("lineage/Chat", 5_000, "finetune", "lineage/base"),
	{ ...made("lineage/Chat-v2", 3_000, "finetune", "lineage/Chat"), aliases: ["lineage/Chat-preview"] },
	made("lineage/Chat-GGUF", 800, "quantized", "lineage/Chat"),
	made("lineage/late", 10, "adapter", "lineage/Chat-preview"),
	made("lineage/merge", 70, "merge", "lineage/Chat", "lineage/gone"),
	made("lineage/orphan", 1, "finetune", "lineage/nobody"),
	made("lineage/one", 2, "finetune", "lineage/two"),
	made("lineage/two", 4, "finetune", "lineage/one"),
	...Array.from({ length: 9 }, (_, i) =>
		made(
			`lineage/step${i}`,
			20 - i,
			i === 0 ? undefined : "finetune",
			...(i === 0 ? [] : [`lineage/step${i - 1}`]),
		),
	),
];
