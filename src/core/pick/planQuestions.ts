import { readBudgetBytes } from "../hardware/readBudgetBytes.ts";
import type { HubListQuery } from "../hub/hubListQuery.ts";
import type { Needs } from "./needs.ts";

/** Requests that a pick may ask of the Hub beyond what is known here. */
export const mostQuestions = 6;

/** Quantizations that the Hub tags, which are configured; those of GGUF files it does not. */
const quantizationTags = /^(?:awq|gptq|fp8|bitsandbytes|compressed-tensors|mxfp4|[48]-bit)$/;

const pageSize = 100;
const mostTasks = 3;

/** Bits a weight below which hardly anybody goes: with fewer parameters than this a model may fit. */
const fewestBits = 3;

/**
 * What to ask the Hub for, at most `mostQuestions` pages, the most telling first: for each task the most downloaded models
 * that can satisfy what the Hub can filter by, those that what is in use loads, then those that are rising, those of makers and
 * families that were named, and those that are liked, whatever languages they tag: of many that lead, makers say elsewhere
 * what they speak.
 */
export function planQuestions(needs: Needs): readonly HubListQuery[] {
	const common = narrow(needs);
	const [first] = needs.tasks;
	const tasks = needs.tasks.slice(0, mostTasks);
	const questions: HubListQuery[] = tasks.map((task) => ({ ...common, task, sort: "downloads" }));
	for (const tags of listTagsInUse(needs)) {
		const task = first === undefined ? {} : { task: first };
		questions.push({ ...common, ...task, tags: [...(common.tags ?? []), ...tags], sort: "downloads" });
	}
	if (first !== undefined) {
		questions.push({ ...common, task: first, sort: "trending" });
	}
	const { orgs = [], families = [] } = needs.makers ?? {};
	for (const author of single(orgs)) {
		questions.push({ ...common, author, ...(first === undefined ? {} : { task: first }), sort: "downloads" });
	}
	for (const text of single(families)) {
		questions.push({ ...common, text, ...(first === undefined ? {} : { task: first }), sort: "downloads" });
	}
	if (first !== undefined) {
		questions.push({ ...narrow({ ...needs, languages: [] }), task: first, sort: "likes" });
	}
	return questions.slice(0, mostQuestions).map((question) => ({ ...question, limit: pageSize }));
}

/** Only what a model must satisfy, and what the Hub decides as we do: it knows nothing of alternatives. */
function narrow(needs: Needs): HubListQuery {
	const includes = new Set(needs.includeUnknown);
	const ids = (needs.licenses ?? [])
		.filter(({ classes = [] }) => classes.length === 0)
		.map(({ ids }) => ids ?? []);
	const tags = [
		...(includes.has("license") ? [] : single(ids).map((id) => `license:${id}`)),
		...(includes.has("language") ? [] : (needs.languages ?? []).filter((code) => code !== "multilingual")),
		...(includes.has("format") ? [] : listFileTags(needs)),
	];
	const max = Math.min(needs.parameters?.max ?? Number.POSITIVE_INFINITY, findMostParameters(needs));
	const min = needs.parameters?.min;
	const parameters = {
		...(min === undefined ? {} : { min }),
		...(Number.isFinite(max) ? { max: Math.round(max) } : {}),
	};
	return {
		...(tags.length > 0 ? { tags } : {}),
		...(min !== undefined || Number.isFinite(max) ? { parameters } : {}),
		...(needs.gatedOk === false ? { gated: false } : {}),
	};
}

/** Formats, libraries and quantizations that the Hub tags models with. */
function listFileTags({
	formats = [],
	libraries = [],
	quantizations = [],
}: Pick<Needs, "formats" | "libraries" | "quantizations">): readonly string[] {
	const tags = quantizations.map((group) => group.map((label) => label.replace(/^(\d)bit$/, "$1-bit")));
	return [
		...single(formats),
		...single(libraries),
		...single(tags).filter((label) => quantizationTags.test(label)),
	];
}

/** What is in use and loads few of the models, of which the most downloaded may be none: at most one. */
function listTagsInUse({ inUse = [] }: Needs): readonly (readonly string[])[] {
	return inUse
		.filter(({ formats = [] }) => formats.length === 0 || single(formats).length > 0)
		.map(listFileTags)
		.filter((tags) => tags.length > 0)
		.slice(0, 1);
}

/** The one member of each list that has no other. */
function single(groups: readonly (readonly string[])[]): readonly string[] {
	return groups.flatMap((group) => (group.length === 1 ? group : []));
}

function findMostParameters({ targets }: Needs): number {
	const budgets = targets.flatMap((target) => readBudgetBytes(target)?.value ?? []);
	return Math.min(Number.POSITIVE_INFINITY, ...budgets.map((bytes) => (bytes * 8) / fewestBits));
}
