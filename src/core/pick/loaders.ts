import type { Candidate } from "../fit/candidate.ts";
import type { NarrowCandidates } from "../fit/fitJudge.ts";
import { type WeightFormat, weightFormats } from "../model/artifact.ts";
import table from "./loaders.json" with { type: "json" };
import type { Needs } from "./needs.ts";
import type { Range } from "./sheet/requirement.ts";

/** What a library or a server loads. */
interface Loader {
	readonly formats?: readonly string[];
	readonly library?: string;
	readonly perhaps?: readonly string[];
}

const loaders: ReadonlyMap<string, Loader> = new Map<string, Loader>(Object.entries(table.loaders));

/** Formats of which any is loaded by any of these libraries or servers; `undefined` where that is not known of one. */
export function listLoadedFormats(ids: readonly string[]): readonly WeightFormat[] | undefined {
	const known = ids.map((id) => loaders.get(id)?.formats);
	return known.includes(undefined) ? undefined : known.flatMap((formats) => formats ?? []).filter(isFormat);
}

/** The Hub's libraries of what any of these servers loads; `undefined` where it does not go by that. */
export function listLoadedLibraries(ids: readonly string[]): readonly string[] | undefined {
	const known = ids.flatMap((id) => loaders.get(id)?.library ?? []);
	return known.length < ids.length || known.length === 0 ? undefined : known;
}

/** Whether one of these libraries may load what the Hub lists under another one. */
export function mayLoad(ids: readonly string[], library: string): boolean {
	return ids.some((id) => loaders.get(id)?.perhaps?.includes(library) === true);
}

/**
 * What of a model may be loaded: in the formats, within the bytes and, where there is any, in the quantizations that are
 * asked for.
 */
export function narrowLoaded({
	formats = [],
	quantizations = [],
	bytes,
}: Pick<Needs, "formats" | "quantizations" | "bytes">): NarrowCandidates {
	return (candidates) => {
		const loaded = candidates.filter(
			({ format, weights }) =>
				(format === undefined || formats.every((group) => group.includes(format))) &&
				(bytes === undefined || weights === undefined || isWithin(weights.value, bytes)),
		);
		const wanted = loaded.filter((each) => quantizations.every((group) => isOneOf(each, group)));
		return wanted.length > 0 ? wanted : loaded;
	};
}

/** Whether an amount is within bounds. */
export function isWithin(value: number, { min, max }: Range): boolean {
	return (min === undefined || value >= min) && (max === undefined || value <= max);
}

function isOneOf({ label, method, bits }: Candidate, wanted: readonly string[]): boolean {
	return [label.toLowerCase(), method, `${bits}bit`].some(
		(each) => each !== undefined && wanted.includes(each),
	);
}

function isFormat(text: string): text is WeightFormat {
	return weightFormats.some((format) => format === text);
}
