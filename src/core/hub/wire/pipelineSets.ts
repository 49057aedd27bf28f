import type { WeightFile } from "./weightFiles.ts";

/**
 * The checkpoint sets of a diffusers pipeline (`model_index.json`): the sum over its component folders, in plain form
 * and, where some components have it, as `fp16`. Safetensors are preferred to PyTorch files, component by component.
 * Empty when no folder holds weights.
 */
export function pickPipelineSets(files: readonly WeightFile[]): readonly WeightFile[][] {
	const components = new Map<string, WeightFile[]>();
	for (const file of files) {
		const isComponent = /^[^/]+\/$/.test(file.folder);
		if (isComponent && (file.format === "safetensors" || file.format === "pytorch")) {
			components.set(file.folder, [...(components.get(file.folder) ?? []), file]);
		}
	}
	const parts = [...components.values()];
	const plain = parts.flatMap((part) => pickComponent(part, undefined));
	const half = parts.flatMap((part) => pickComponent(part, "fp16"));
	const hasHalf = half.some((file) => file.variant === "fp16");
	const hasPlain = plain.some((file) => file.variant === undefined);
	return [...(hasPlain ? [plain] : []), ...(hasHalf ? [half] : [])].filter((set) => set.length > 0);
}

/** One component's files in a variant; in the plain one where it does not have that, and the other way round. */
function pickComponent(files: readonly WeightFile[], variant: string | undefined): readonly WeightFile[] {
	for (const wanted of [variant, variant === undefined ? "fp16" : undefined]) {
		const own = files.filter((file) => file.variant === wanted);
		for (const format of ["safetensors", "pytorch"]) {
			const found = own.filter((file) => file.format === format);
			const sharded = found.filter((file) => file.shard !== undefined);
			if (found.length > 0) {
				return sharded.length > 0 ? sharded : found.slice(0, 1);
			}
		}
	}
	return [];
}
