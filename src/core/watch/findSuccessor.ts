import type { Model } from "../model/model.ts";

/** Sizes differ between versions; a model of another size class is no successor but a sibling. */
const mostSizeRatio = 2;

interface VersionedName {
	readonly family: string;
	readonly version: number;
	readonly rest: string;
}

/**
 * The newest later version of a model by the same author: a name that differs in its first number, which is larger, and
 * in its size alone (`Qwen3-8B` → `Qwen3.5-9B`), created later, for the same task, of about the same size. A guess from
 * names: `undefined` where there is none, or the dates are not known.
 */
export function findSuccessor(model: Model, models: Iterable<Model>): Model | undefined {
	const own = readName(model.repoId);
	const author = readAuthor(model.repoId);
	if (own === undefined || model.createdAtMs === undefined) {
		return undefined;
	}
	let best: { readonly model: Model; readonly version: number } | undefined;
	for (const other of models) {
		if (readAuthor(other.repoId) !== author || (other.createdAtMs ?? 0) <= model.createdAtMs) {
			continue;
		}
		const name = readName(other.repoId);
		const isLater =
			name !== undefined &&
			name.family === own.family &&
			name.rest === own.rest &&
			name.version > own.version &&
			other.task === model.task &&
			isAboutAsLarge(model, other);
		if (isLater && (best === undefined || name.version > best.version)) {
			best = { model: other, version: name.version };
		}
	}
	return best?.model;
}

function readAuthor(repoId: string): string {
	return repoId.slice(0, Math.max(0, repoId.indexOf("/"))).toLowerCase();
}

function readName(repoId: string): VersionedName | undefined {
	const name = repoId.slice(repoId.indexOf("/") + 1).toLowerCase();
	// Sizes: 8b, 0.6b, 235b-a22b, 350m, 8x7b, e4b.
	const unsized = name.replace(/(?<=^|[-_.])[ae]?\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)?[bm](?=$|[-_.])/g, "#");
	const [, family, version, rest] =
		/^([a-z][a-z_-]*?)[-_v]*(\d+(?:\.\d+)?)(?![\da-z])(.*)$/.exec(unsized) ?? [];
	return family === undefined || version === undefined || rest === undefined
		? undefined
		: { family, version: Number(version), rest: rest.replace(/(?:[-_.]?#)+/g, "#") };
}

function isAboutAsLarge(model: Model, other: Model): boolean {
	const [one, two] = [model.parameters?.total.value, other.parameters?.total.value];
	return one === undefined || two === undefined || Math.max(one / two, two / one) <= mostSizeRatio;
}
