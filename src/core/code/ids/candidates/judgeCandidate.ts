import type { FoundId } from "../modelIdUse.ts";
import type { Sinks } from "../program/flow.ts";
import { findListedCommand } from "../shell/commandWords.ts";
import { fileNames, kindNames, revisionNames } from "./besideNames.ts";
import { findModelCall, type ModelCall, takesOthers } from "./callSites.ts";
import type { Candidate } from "./candidate.ts";
import {
	hasKnownOwner,
	hasTrainedName,
	isLegacyId,
	isNamedLikeModel,
	isOwnedId,
	isServiceId,
} from "./idShape.ts";
import { type NameRole, readNameRole } from "./nameRole.ts";
import { type Reference, readReference } from "./readReference.ts";

/** What is known of the whole text. */
export interface Surroundings {
	/** Where the values of names come to. */
	readonly sinks: Sinks;
	/** It works with libraries that load models from the Hub. */
	readonly usesHub: boolean;
	/** It asks a service that has names of its own for models, such as OpenRouter. */
	readonly usesService: boolean;
	/** It asks one that writes them in lower case. */
	readonly usesLowerCase?: boolean;
	/** It speaks of data sets: a repository of the Hub can be one. */
	readonly hasDatasets?: boolean;
	/** It works with tokenizers that are also called `gpt2` and are not the Hub's. */
	readonly hasOtherTokenizers?: boolean;
	/** It is data rather than code: only names tell. */
	readonly isData: boolean;
	/** It is data about anything: `model` alone can be anything's. */
	readonly isGeneric?: boolean;
}

/** Names of models beside which the revision is another one's. */
const ownRevision = /^(?:hub|ref|reward|output|push|draft|speculative)/i;
/** Ways of serving that stand where a quantization would. */
const serviceVariant = /^(?:free|nitro|beta|extended|thinking|online|floor)$/;
/** Roles that say that something is not a model are only believed up to here. */
const mostNames = 5;

/** Whether a text is a model's ID where it stands. */
export function judgeCandidate(candidate: Candidate, around: Surroundings): FoundId | undefined {
	const reference = readReference(candidate.value);
	const verdict = reference === undefined ? undefined : judge(candidate, reference, around);
	if (reference === undefined || verdict === undefined) {
		return undefined;
	}
	const start = candidate.start + reference.offset;
	const { id, variant } = reference;
	const file = reference.file ?? candidate.beside(fileNames)?.value;
	return {
		id,
		start,
		end: start + id.length,
		...readRevision(candidate, reference),
		...(file === undefined || file === "" ? {} : { file }),
		...(variant === undefined ? {} : { variant }),
		...verdict,
		place: candidate.place,
	};
}

type Verdict = Pick<FoundId, "callSite" | "task" | "confidence">;

function judge(candidate: Candidate, reference: Reference, around: Surroundings): Verdict | undefined {
	const { id, prefix } = reference;
	if (serviceVariant.test(reference.variant ?? "")) {
		return undefined;
	}
	const isOwned = isOwnedId(id);
	if (!isOwned && !isLegacyId(id, "sentenceTransformers")) {
		return undefined;
	}
	if (/^(?:dataset|space)s?$/.test(candidate.beside(kindNames)?.value ?? "")) {
		return undefined;
	}
	if (prefix !== undefined) {
		if (prefix === "models/" && !isGradioLoad(candidate)) {
			return undefined;
		}
		return isOwned ? { callSite: prefix.replace(/[:/]$/, ""), confidence: "certain" } : undefined;
	}
	const direct = findCall(candidate);
	// `open(hf_hub_download("owner/name", …))`: the nearest call knows best.
	const isTaken = direct !== undefined && !direct.isWeak && direct.needsHub !== true;
	if (candidate.calls.slice(0, isTaken ? 1 : 2).some((call) => takesOthers(call))) {
		return undefined;
	}
	const call = direct?.needsHub === true && !around.usesHub ? undefined : direct;
	const sink = call === undefined || call.isWeak ? findSink(candidate, around) : undefined;
	const taker = sink ?? call;
	if (taker !== undefined && !taker.isWeak) {
		return accepts(taker, id, isOwned)
			? {
					callSite: taker.callSite,
					...(taker.task === undefined ? {} : { task: taker.task }),
					confidence: sink === undefined ? "certain" : "likely",
				}
			: undefined;
	}
	if (
		[...candidate.passedTo, ...candidate.names.slice(0, 2)].some((name) => around.sinks.datasets.has(name))
	) {
		return undefined;
	}
	return isOwned &&
		!isServiceId(id) &&
		!(around.usesService && !/[A-Z]/.test(id)) &&
		!isServiceCase(id, around)
		? judgeByName(candidate, id, around)
		: isOwned
			? undefined
			: judgeLegacy(candidate, id, around);
}

/** `qwen/qwen3-32b`: an owner whose name has capitals on the Hub, where a service has none. */
function isServiceCase(id: string, around: Surroundings): boolean {
	return (
		around.usesLowerCase === true && /^(?:qwen|nousresearch|baai|thebloke|eleutherai)\/[^A-Z]*$/.test(id)
	);
}

/** Gradio takes paths of the Hub's site: `gr.load("models/owner/name")`. Elsewhere such texts are folders. */
function isGradioLoad({ calls: [call] }: Candidate): boolean {
	return call?.name === "load" && /^(?:gr|gradio)(?:\.|$)|(?:^|\.)Interface$/.test(call.receiver);
}

function accepts(call: ModelCall, id: string, isOwned: boolean): boolean {
	return isOwned
		? !isServiceId(id) || /^from_?pretrained$/i.test(call.callSite)
		: call.legacy !== undefined && isLegacyId(id, call.legacy);
}

function findCall(candidate: Candidate): ModelCall | undefined {
	const [nearest] = candidate.calls;
	return (
		candidate.taker ??
		findListedCommand(candidate.before) ??
		(nearest === undefined ? undefined : findModelCall(nearest))
	);
}

function findSink(candidate: Candidate, around: Surroundings): ModelCall | undefined {
	for (const name of [...candidate.passedTo, ...candidate.names.slice(0, 3)]) {
		const sink = around.sinks.models.get(name);
		if (sink !== undefined) {
			return sink;
		}
		if (readNameRole(name) === "other") {
			return undefined;
		}
	}
	return undefined;
}

function judgeByName(candidate: Candidate, id: string, around: Surroundings): Verdict | undefined {
	const isModelLike = isNamedLikeModel(id);
	const isKnown = hasKnownOwner(id);
	const [call] = candidate.calls;
	const names = [...candidate.passedTo, ...candidate.names.slice(0, mostNames)];
	if (names.length === 0 && call !== undefined) {
		names.push(call.name);
	}
	const roles = names.map(readNameRole);
	const at = roles.findIndex((role) => role !== "neutral");
	const [role, name] = [roles[at], names[at]];
	if (name !== undefined && /repository$/i.test(name) && isRepositoryOfModel(candidate, id, around)) {
		return { callSite: name, confidence: "likely" };
	}
	if (role === "other" || (role === "hub" && roles.includes("other"))) {
		return undefined;
	}
	if (role !== undefined && name !== undefined) {
		return isEnough(role, name, isModelLike, isKnown, roles.includes("model"), around)
			? { callSite: name, confidence: "likely" }
			: undefined;
	}
	const isEvident = isModelLike && (isKnown || (around.usesHub && !around.isData));
	return isEvident ? { callSite: "name", confidence: "likely" } : undefined;
}

/** A repository may be one of code: its name must be a model's beyond doubt, or a revision stand beside it. */
function isRepositoryOfModel(candidate: Candidate, id: string, { usesHub, isData }: Surroundings): boolean {
	return (
		usesHub &&
		!isData &&
		hasTrainedName(id) &&
		(hasKnownOwner(id) || candidate.beside(revisionNames) !== undefined)
	);
}

/** Names that say more than `model` alone, which in data can be anything's. */
const tellingName = /id|path|base|pretrained|embed|rerank|llm|lora|adapter|tokenizer|encoder|hf|hub/i;

/** Names of the Hub itself, rather than of any repository. */
const hubName = /(?:^|[_-])(?:hf|hub|huggingface)(?:[_-]|$)/i;

/** Names of repositories, which are models' where they stand among models. */
const repoName = /(?:^|_)repo_?id$/i;

function isEnough(
	role: NameRole,
	name: string,
	isModelLike: boolean,
	isKnown: boolean,
	isAmongModels: boolean,
	around: Surroundings,
): boolean {
	switch (role) {
		case "model":
			return (
				around.usesHub ||
				isModelLike ||
				isKnown ||
				(around.isData && (!around.isGeneric || tellingName.test(name)))
			);
		case "perhapsModel":
			return isModelLike || isKnown;
		default:
			return isModelLike
				? isKnown || around.usesHub || (isAmongModels && repoName.test(name))
				: around.usesHub &&
						((around.hasDatasets === false && hubName.test(name)) || (isAmongModels && repoName.test(name)));
	}
}

/** IDs without an owner are words like any other: only a name that holds a model, in a text that works with them, tells. */
function judgeLegacy(candidate: Candidate, id: string, around: Surroundings): Verdict | undefined {
	if (candidate.isMention || !isLegacyId(id, "sentenceTransformers")) {
		return undefined;
	}
	const name = candidate.names.find((each) => readNameRole(each) !== "neutral");
	const role = name === undefined ? "neutral" : readNameRole(name);
	const isDistinct = /\d-|-\d|cased/.test(id);
	if (
		name === undefined ||
		(role !== "model" && !(role === "perhapsModel" && isDistinct && !/type$/i.test(name)))
	) {
		return undefined;
	}
	if (id === "gpt2" && around.hasOtherTokenizers === true && /tokenizer/i.test(name)) {
		return undefined;
	}
	return around.usesHub || /or_path$|or-path$/.test(name) || /\d|cased/.test(id)
		? { callSite: name, confidence: "likely" }
		: undefined;
}

function readRevision(
	candidate: Candidate,
	reference: Reference,
): Pick<FoundId, "revision" | "revisionSpan"> {
	if (reference.revision !== undefined && reference.revisionOffset !== undefined) {
		const start = candidate.start + reference.revisionOffset;
		return {
			revision: reference.revision,
			revisionSpan: { start, end: start + reference.revision.length },
		};
	}
	const beside = ownRevision.test(candidate.names[0] ?? "") ? undefined : candidate.beside(revisionNames);
	return beside === undefined || !/^[\w./-]+$/.test(beside.value)
		? {}
		: { revision: beside.value, revisionSpan: { start: beside.start, end: beside.end } };
}
