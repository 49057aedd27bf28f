import { isPretrainedOnly } from "../../code/chatTuned.ts";
import { candidateArtifacts } from "../../fit/candidateArtifacts.ts";
import { findGgufLabel } from "../../fit/weights.ts";
import type { Model } from "../../model/model.ts";
import { parseRepoId } from "../../model/repoId.ts";
import { isWithin, mayLoad } from "../loaders.ts";
import type { NeedAnswer, Needs } from "../needs.ts";
import type { Capability, InputKind, SafetyNeed } from "../sheet/requirement.ts";
import table from "./capabilities.json" with { type: "json" };

/** Formats whose files are data: loading them runs no code of the repository. */
const safeFormats = ["safetensors", "gguf", "onnx", "mlx"];

/** Whether its weights and its repository run no code on loading. */
export function checkFiles(model: Model, needs: readonly SafetyNeed[]): NeedAnswer {
	const answers: NeedAnswer[] = [];
	if (needs.includes("safetensors")) {
		answers.push(
			model.formats.length === 0
				? "unknown"
				: answer(model.formats.some((format) => safeFormats.includes(format))),
		);
	}
	if (needs.includes("noCustomCode")) {
		answers.push(model.hasCustomCode === undefined ? "unknown" : answer(!model.hasCustomCode));
	}
	return combine(answers);
}

/** What models of a task take beside text (https://huggingface.co/tasks, 2026-11). */
const inputsByTask: readonly (readonly [RegExp, readonly InputKind[]])[] = [
	[/^any-to-any$/, ["image", "audio", "video"]],
	[/^document-question-answering$|^visual-document-retrieval$/, ["image"]],
	[/^image-text-to-(?:text|image|video)$/, ["image"]],
	[/^video/, ["video"]],
	[
		/^visual-question-answering$|^image-|^object-detection$|^mask-generation$|^depth-estimation$|^zero-shot-(?:image|object)/,
		["image"],
	],
	[/^audio|^automatic-speech-recognition$|^voice-activity-detection$/, ["audio"]],
];

/** Whether models of its task take what is given. */
export function checkInputs({ task }: Pick<Model, "task">, inputs: readonly InputKind[]): NeedAnswer {
	if (inputs.length === 0) {
		return "yes";
	}
	if (task === undefined) {
		return "unknown";
	}
	const taken = inputsByTask.find(([pattern]) => pattern.test(task))?.[1] ?? [];
	return answer(inputs.every((input) => taken.includes(input)));
}

const patternsOf = new Map<Capability, RegExp>();

/** A name that says so, or that is of a family known for it, is a yes; no name says that it cannot. */
export function checkCapabilities({ repoId }: Model, capabilities: readonly Capability[]): NeedAnswer {
	const name = (parseRepoId(repoId)?.name ?? repoId).toLowerCase();
	const isTuned = !isPretrainedOnly(repoId);
	const can = (capability: Capability): boolean =>
		(isTuned || capability === "fillInTheMiddle") && findPattern(capability).test(name);
	return capabilities.every(can) ? "yes" : "unknown";
}

function findPattern(capability: Capability): RegExp {
	const pattern = patternsOf.get(capability) ?? new RegExp(table.patterns[capability].join("|"));
	patternsOf.set(capability, pattern);
	return pattern;
}

/** Whether parameters are within bounds, and bytes of any of the shapes that could be loaded. */
export function checkSize(
	model: Model,
	{ parameters, bytes }: Pick<Needs, "parameters" | "bytes">,
): NeedAnswer {
	const answers: NeedAnswer[] = [];
	if (parameters !== undefined) {
		const count = model.parameters?.total.value;
		answers.push(count === undefined ? "unknown" : answer(isWithin(count, parameters)));
	}
	if (bytes !== undefined) {
		const sizes = candidateArtifacts(model)
			.filter(({ isAssumed }) => !isAssumed)
			.flatMap(({ weights }) => weights?.value ?? []);
		answers.push(sizes.length === 0 ? "unknown" : answer(sizes.some((size) => isWithin(size, bytes))));
	}
	return combine(answers);
}

/** Whether it comes in one of the formats, in one of the quantizations, for one of the libraries. */
export function checkFormats(
	model: Model,
	{
		formats = [],
		quantizations = [],
		libraries = [],
	}: Pick<Needs, "formats" | "quantizations" | "libraries">,
): NeedAnswer {
	const { library } = model;
	return combine([
		...formats.map((group) =>
			model.formats.length === 0
				? ("unknown" as const)
				: answer(model.formats.some((format) => group.includes(format))),
		),
		...quantizations.map((group) => checkQuantizations(model, group)),
		...libraries.map((group) =>
			library === undefined || (!group.includes(library) && mayLoad(group, library))
				? ("unknown" as const)
				: answer(group.includes(library)),
		),
	]);
}

function checkQuantizations(model: Model, wanted: readonly string[]): NeedAnswer {
	const own = model.quantization;
	// "gguf" alone says that there are some, not which.
	const labels = [
		own?.method === "gguf" ? undefined : own?.method,
		own?.bits === undefined ? undefined : `${own.bits}bit`,
		...(model.artifacts ?? []).map(({ quantization }) => quantization),
		findGgufLabel(model.repoId),
	].flatMap((label) => label?.toLowerCase() ?? []);
	if (labels.some((label) => wanted.includes(label))) {
		return "yes";
	}
	const isPlain = own === undefined && model.storedBits !== undefined;
	return labels.length === 0 && model.artifacts === undefined && !isPlain ? "unknown" : "no";
}

/** By the width of its states; longer vectors can be cut in some models, which nothing tells. */
export function checkDimension(model: Model, dimension: number | undefined): NeedAnswer {
	const width = model.architecture?.hiddenSize;
	if (dimension === undefined) {
		return "yes";
	}
	return width === undefined || width > dimension ? "unknown" : answer(width === dimension);
}

function answer(isSatisfied: boolean): NeedAnswer {
	return isSatisfied ? "yes" : "no";
}

function combine(answers: readonly NeedAnswer[]): NeedAnswer {
	return answers.includes("no") ? "no" : answers.includes("unknown") ? "unknown" : "yes";
}
