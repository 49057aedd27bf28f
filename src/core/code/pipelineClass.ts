import { parseRepoId } from "../model/repoId.ts";
import table from "./pipelineClasses.json" with { type: "json" };

const call = /\b([A-Z]\w*)Pipeline\.from_(?:pretrained|single_file)\s*\(/;

/** The kind of models that a pipeline of diffusers is written for, which a text calls; `undefined` for one that loads any. */
export function readPipelineKind(text: string): string | undefined {
	const name = call.exec(text)?.[1]?.toLowerCase();
	return table.kinds.flatMap(([kind]) => (kind !== undefined && name?.startsWith(kind) ? [kind] : []))[0];
}

/** The kind that the name of a model, or of its base, tells. */
export function tellPipelineKind(repoIds: readonly string[]): string | undefined {
	for (const repoId of repoIds) {
		const name = (parseRepoId(repoId)?.name ?? repoId).toLowerCase();
		const [kind] = table.kinds.find(([, pattern]) => new RegExp(pattern ?? "").test(name)) ?? [];
		if (kind !== undefined) {
			return kind;
		}
	}
	return undefined;
}
