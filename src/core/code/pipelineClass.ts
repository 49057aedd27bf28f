import { parseRepoId } from "../model/repoId.ts";
import table from "./pipelineClasses.json" with { type: "json" };

const call = /\b([A-Z]\w*)Pipeline\.from_(?:pretrained|single_file)\s*\(/;

const kinds = table.kinds.flatMap(([kind, names]) =>
	kind === undefined || names === undefined ? [] : [{ kind, names: new RegExp(names) }],
);

/** The kind of models that a pipeline of diffusers is written for, which a text calls; `undefined` for one that loads any. */
export function readPipelineKind(text: string): string | undefined {
	const name = call.exec(text)?.[1]?.toLowerCase();
	return kinds.find(({ kind }) => name?.startsWith(kind))?.kind;
}

/** The kind that the name of a model, or of its base, tells. */
export function tellPipelineKind(repoIds: readonly string[]): string | undefined {
	for (const repoId of repoIds) {
		const name = (parseRepoId(repoId)?.name ?? repoId).toLowerCase();
		const found = kinds.find(({ names }) => names.test(name));
		if (found !== undefined) {
			return found.kind;
		}
	}
	return undefined;
}
