import type { ModelData } from "@huggingface/tasks";
import type { Model } from "../model/model.ts";
import { isRepoId } from "../model/repoId.ts";
import autoClasses from "./autoClasses.json" with { type: "json" };
import { isChatTuned } from "./chatTuned.ts";

/** Tasks whose GGUF files are not for llama.cpp's text runtimes: files without a task mostly are. */
const nonTextTask = /image$|video$|3d$|audio|speech|segmentation|detection|depth|forecasting|robotics/;

const plain: ReadonlySet<string> = new Set(["safetensors", "pytorch"]);

const peftTaskTypes: ReadonlyMap<string, string> = new Map<string, string>(
	Object.entries({
		"text-generation": "CAUSAL_LM",
		summarization: "SEQ_2_SEQ_LM",
		translation: "SEQ_2_SEQ_LM",
		"text-classification": "SEQ_CLS",
		"token-classification": "TOKEN_CLS",
	}),
);

/** Whether llama.cpp and the runtimes built on it can be expected to load the model's GGUF files. */
export function isTextGguf(model: Model): boolean {
	return (
		model.formats.includes("gguf") && model.library !== "diffusers" && !nonTextTask.test(model.task ?? "")
	);
}

/**
 * Whether the library that the Hub lists a model under loads its files: copies in GGUF keep their original's library, whose
 * calls do not load them.
 */
export function isLoadedAsListed({ library, formats }: Pick<Model, "library" | "formats">): boolean {
	return !(
		library === "transformers" &&
		formats.includes("gguf") &&
		!formats.some((format) => plain.has(format))
	);
}

/** Words of names of decoders, which translate or summarize on an instruction. */
const decoder = /(?<!t5)gemma|llama|qwen|mistral|bielik|tower|hy-?mt|seed-x|bloom|(?:^|[-_/])phi/i;

/** The task that a model is loaded for, by its own and its bases' names: decoders generate what they are listed for. */
export function nameLoadedTask(task: string | undefined, repoIds: readonly string[]): string | undefined {
	const isGenerated = task === "translation" || task === "summarization";
	return isGenerated && repoIds.some((repoId) => decoder.test(repoId)) ? "text-generation" : task;
}

/**
 * The record that the snippet functions of `@huggingface/tasks` read, from ours. `task` is given only when
 * the package knows it. Where we keep less than the Hub tells (tags, configuration) what we know is spelled
 * as the Hub does.
 */
export function toModelData(model: Model, task: ModelData["pipeline_tag"]): ModelData {
	const bases = (model.baseModels?.repoIds ?? []).filter(isRepoId);
	const isAdapter = model.baseModels?.relation === "adapter";
	const isChat = isChatTuned(model);
	const total = model.parameters?.total.value ?? 0;
	const classes = new Map(Object.entries(autoClasses.byTask)).get(
		nameLoadedTask(task, [model.repoId, ...bases]) ?? "",
	);
	const peftTaskType = peftTaskTypes.get(task ?? "");
	const tags = [
		model.library,
		task,
		...model.formats,
		model.quantization?.method,
		model.hasCustomCode === true ? "custom_code" : undefined,
		isChat ? "conversational" : undefined,
		isAdapter && model.library === "diffusers" ? "lora" : undefined,
	].filter((tag) => tag !== undefined);
	return {
		id: model.repoId,
		inference: "",
		tags,
		pipeline_tag: task,
		...(model.library === undefined ? {} : { library_name: model.library }),
		config: {
			...(model.architecture?.name === undefined ? {} : { model_type: model.architecture.name }),
			...(model.quantization === undefined
				? {}
				: { quantization_config: { quant_method: model.quantization.method } }),
			...(isChat ? { chat_template_jinja: "" } : {}),
			...(isAdapter && bases[0] !== undefined && peftTaskType !== undefined
				? { peft: { base_model_name_or_path: bases[0], task_type: peftTaskType } }
				: {}),
		},
		...(bases.length === 0 ? {} : { cardData: { base_model: bases } }),
		transformersInfo:
			classes === undefined
				? { auto_model: "AutoModel" }
				: { auto_model: classes.model, processor: classes.processor },
		// The package asks only whether a context length is there, to tell language models from other GGUF files.
		...(isTextGguf(model) ? { gguf: { total, context_length: model.contextLength?.value ?? 1 } } : {}),
	};
}

/** Whether the task says which of the Auto classes loads it. */
export function hasAutoClass(task: string | undefined): boolean {
	return task !== undefined && Object.hasOwn(autoClasses.byTask, task);
}
