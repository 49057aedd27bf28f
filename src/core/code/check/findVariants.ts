import type { Model } from "../../model/model.ts";
import { parseRepoId } from "../../model/repoId.ts";

/** Models that could stand in the place of one, each kind best first. */
export interface Variants {
	/** The same weights in fewer bits. */
	readonly quantized: readonly Model[];
	/** Of the same maker and name, with fewer parameters; the largest first. */
	readonly smaller: readonly Model[];
	/** With weights that run no code when they are loaded. */
	readonly safe: readonly Model[];
}

const sizeInName = /(?:^|[-_.])\d+(?:\.\d+)?[bm](?=$|[-_.])/gi;

/** What of the models known could be put in the place of one, most downloaded first. */
export function findVariants(model: Model, known: readonly Model[]): Variants {
	const others = known
		.filter(({ repoId }) => repoId !== model.repoId)
		.sort((a, b) => (b.counters.downloads30d ?? 0) - (a.counters.downloads30d ?? 0));
	const children = others.filter(({ baseModels }) => baseModels?.repoIds.includes(model.repoId) === true);
	const quantized = children.filter(({ baseModels }) => baseModels?.relation === "quantized");
	const family = nameFamily(model.repoId);
	const total = model.parameters?.total.value;
	const smaller = others
		.filter((each) => {
			const size = each.parameters?.total.value;
			return (
				size !== undefined &&
				total !== undefined &&
				size < total * 0.9 &&
				each.task === model.task &&
				nameFamily(each.repoId) === family
			);
		})
		.sort((a, b) => (b.parameters?.total.value ?? 0) - (a.parameters?.total.value ?? 0));
	const name = nameOf(model.repoId);
	const safe = others.filter(
		(each) =>
			each.formats.includes("safetensors") &&
			each.hasCustomCode !== true &&
			(children.includes(each) || nameOf(each.repoId) === name || nameOf(each.repoId) === `${name}-hf`),
	);
	return { quantized, smaller, safe };
}

function nameOf(repoId: string): string {
	return (parseRepoId(repoId)?.name ?? repoId).toLowerCase();
}

/** The ID without the size that it names; `undefined` where it names none. */
function nameFamily(repoId: string): string | undefined {
	const family = repoId.toLowerCase().replace(sizeInName, "");
	return family === repoId.toLowerCase() ? undefined : family;
}
