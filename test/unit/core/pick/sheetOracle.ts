import type { Candidate } from "../../../../src/core/fit/candidate.ts";
import { FitJudge } from "../../../../src/core/fit/fitJudge.ts";
import { readSupportTable } from "../../../../src/core/fit/support/supportTable.ts";
import type { Target } from "../../../../src/core/hardware/target.ts";
import type { Model } from "../../../../src/core/model/model.ts";
import type { JudgeFit, NeedAnswer } from "../../../../src/core/pick/needs.ts";
import type { Requirement } from "../../../../src/core/pick/sheet/requirement.ts";

const fit = new FitJudge(readSupportTable());

/** The judge that the pick is given, with speeds. */
export const judge: JudgeFit = (model, target, contextTokens, narrow) => {
	const { verdict, candidate } = fit.judgeBest(model, target, contextTokens, narrow);
	const speed = candidate && fit.judge(model, candidate, target, contextTokens).speed?.decode;
	return speed === undefined ? verdict : { ...verdict, speed };
};

const classOf: Readonly<Record<string, string>> = {
	"apache-2.0": "permissive",
	mit: "permissive",
	gemma: "conditions",
	"llama3.2": "conditions",
	"cc-by-nc-4.0": "nonCommercial",
};
const countryOf: Readonly<Record<string, string>> = { mistralai: "FR", Qwen: "CN", "meta-llama": "US" };
const formatsOf: Readonly<Record<string, readonly string[]>> = {
	ollama: ["gguf"],
	vllm: ["safetensors", "pytorch"],
	transformers: ["safetensors", "pytorch"],
	"transformers.js": ["onnx"],
};

const say = (isSo: boolean): NeedAnswer => (isSo ? "yes" : "no");
const told = <T>(value: T | undefined, holds: (value: T) => boolean): NeedAnswer =>
	value === undefined ? "unknown" : say(holds(value));
const both = (...answers: readonly NeedAnswer[]): NeedAnswer =>
	answers.includes("no") ? "no" : answers.includes("unknown") ? "unknown" : "yes";

const tasks = ["text-generation", "image-text-to-text", "any-to-any"];

/** What is asked, and what it is asked of. */
export interface Asked {
	/** The requirements that must hold. */
	readonly musts: readonly Requirement[];
	readonly targets: readonly Target[];
	readonly contextTokens: number;
}

/**
 * Whether a model of the tests satisfies a requirement, read off the model and off what SHEET.md says, with nothing that
 * the pick decides by but the judge's word on one file and one target. Work: generating text.
 */
export function consult(model: Model, requirement: Requirement, asked: Asked): NeedAnswer {
	const { kind, value } = requirement;
	const [owner = "", name = ""] = model.repoId.split("/");
	const [format] = model.formats;
	const license = model.license?.id;
	const isAny = (words: readonly string[]): boolean => {
		const licenseClass = classOf[license ?? ""];
		return words.some(
			(word) =>
				word === license ||
				word === licenseClass ||
				(word === "commercial" && (licenseClass === "permissive" || licenseClass === "conditions")),
		);
	};
	const isLoaded = (id = ""): NeedAnswer => told(format, (own) => formatsOf[id]?.includes(own) ?? true);
	switch (kind) {
		case "task":
			return say(
				tasks.includes(model.task ?? "") &&
					(!asked.musts.some((each) => each.kind === "input") || model.task !== "text-generation"),
			);
		case "license":
			return told(license, () => isAny(value));
		case "excludedLicense":
			return told(license, () => !isAny(value));
		case "useRegion":
			return told(license, (id) => id !== "llama3.2" || model.task !== "image-text-to-text");
		case "org":
			return say(value.includes(owner));
		case "excludedOrg":
			return say(!value.includes(owner));
		case "makerRegion":
			return told(countryOf[owner], (country) => country === (value === "EU" ? "FR" : value));
		case "excludedMakerRegion":
			return told(countryOf[owner], (country) => country !== value);
		case "family":
			return say(value.some((family) => name.startsWith(family)));
		case "excludedFamily":
			return say(!value.some((family) => name.startsWith(family)));
		case "safety":
			switch (value) {
				case "scanned":
					return model.security === "clean" ? "yes" : "unknown";
				case "noCustomCode":
					return told(model.hasCustomCode, (has) => !has);
				default:
					return told(format, (own) => own !== "pytorch");
			}
		case "gated":
			return told(model.gating, (gating) => gating === "open");
		case "language":
			return told(model.languages, (languages) => languages.includes(value));
		case "contextLength":
			return told(model.contextLength?.value, (tokens) => tokens >= value);
		case "parameters":
			return told(model.parameters?.total.value, (count) => count <= (value.max ?? 0));
		case "bytes": {
			const sizes = fit
				.listCandidates(model)
				.flatMap(({ weights, isAssumed }) => (weights === undefined || isAssumed ? [] : [weights.value]));
			return told(sizes[0], () => sizes.some((size) => size <= (value.max ?? 0)));
		}
		case "capability":
			return name.startsWith("hermes") ? "yes" : "unknown";
		case "embeddingDimension": {
			const width = model.architecture?.hiddenSize;
			return width !== undefined && width > value ? "unknown" : told(width, (size) => size === value);
		}
		case "format":
			return told(format, (own) => value.includes(own));
		case "runtime":
			return isLoaded(value[0]);
		case "library":
			return both(
				told(model.library, (library) => value.includes(library)),
				isLoaded(value[0]),
			);
		case "quantization":
			return format === "gguf" ? "unknown" : say(value.includes(model.quantization?.method ?? ""));
		case "target":
			return both(...asked.targets.map((target) => fits(model, target, asked)));
		case "speedFloor":
			return both(
				...asked.targets.map((target) =>
					told(
						judge(model, target, asked.contextTokens, (all) => all.filter((each) => isTaken(each, asked)))
							.speed,
						(speed) => speed.value >= value,
					),
				),
			);
		default:
			return "yes";
	}
}

/** Whether any file that is loaded fits. */
function fits(model: Model, target: Target, asked: Asked): NeedAnswer {
	const answers = fit
		.listCandidates(model)
		.filter((each) => isTaken(each, asked))
		.map((each) => fit.judge(model, each, target, asked.contextTokens).verdict.answer);
	return answers.includes("fits")
		? "yes"
		: say(!answers.some((answer) => answer !== "unknown")) === "yes"
			? "unknown"
			: "no";
}

/** Whether each requirement allows a file. */
function isTaken({ format, weights }: Candidate, { musts }: Asked): boolean {
	return musts.every(({ kind, value }) => {
		switch (kind) {
			case "format":
				return format === undefined || value.includes(format);
			case "runtime":
			case "library":
				return format === undefined || (formatsOf[value[0] ?? ""]?.includes(format) ?? true);
			case "bytes":
				return weights === undefined || weights.value <= (value.max ?? 0);
			default:
				return true;
		}
	});
}
