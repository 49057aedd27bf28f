import {
	LOCAL_APPS,
	type LocalApp,
	type LocalAppSnippet,
	MODEL_LIBRARIES_UI_ELEMENTS,
	type ModelData,
	PIPELINE_TYPES,
	parseGGUFQuantLabel,
} from "@huggingface/tasks";
import type { Model } from "../model/model.ts";
import { isRepoId } from "../model/repoId.ts";
import { hasAutoClass, isLoadedAsListed, isTextGguf, toModelData } from "./modelData.ts";
import { shellLanguage } from "./splitCommands.ts";

/** A way to use a model, to be shown as text. */
export interface Snippet {
	/** Stable for a model: `library:transformers:0`, `app:vllm`. */
	readonly id: string;
	/** The library's or app's own name, numbered from the second of one library on. Not translated. */
	readonly label: string;
	/** VS Code's language id. */
	readonly language: string;
	readonly code: string;
}

/** What the reader has chosen; without it the usual quantization is taken. */
export interface SnippetChoice {
	/** Path of the file that would be loaded, as in `Artifact.files`. */
	readonly artifactFile?: string;
}

/** Apps whose snippets are steps of one way; the others list alternatives, of which the first is taken. */
const stepwiseApps = ["lemonade", "pi", "hermes-agent", "openclaw"];

/** What the package writes where it does not know. */
const gaps = /⚠️|fill-in-|\{MODEL FILENAME\}|YOLOvXX|\{\{[A-Z_]+\}\}/;

/** File names that can stand in a shell command as they are. */
const plainPath = /^[A-Za-z0-9_][A-Za-z0-9_./+-]*$/;

const usualQuantization = /Q4_K_M/i;

/**
 * Snippets of the model's libraries first, then of the local apps that can run it, as `@huggingface/tasks`
 * words them. Never throws: a snippet that cannot be made, or that has gaps to fill in, is left out, and so
 * is every snippet of an ID that is not well formed.
 */
export function listSnippets(model: Model, choice: SnippetChoice = {}): readonly Snippet[] {
	if (!isRepoId(model.repoId)) {
		return [];
	}
	const data = toModelData(
		model,
		PIPELINE_TYPES.find((type) => type === model.task),
	);
	const file = chooseFile(model, choice.artifactFile);
	const snippets = [
		...listLibraries(model).flatMap((library) => libraryCode(library, data)),
		...Object.entries<LocalApp>(LOCAL_APPS).flatMap(([id, app]) =>
			model.baseModels?.relation === "adapter" ? [] : appCode(id, app, data, file),
		),
	];
	return snippets.flatMap((snippet) => {
		const code = fillPlaceholders(snippet.code, file);
		return code.includes(model.repoId) && !gaps.test(code) ? [{ ...snippet, code }] : [];
	});
}

function listLibraries(model: Model): readonly string[] {
	const libraries = [
		isLoadedAsListed(model) ? model.library : undefined,
		model.formats.includes("mlx") ? "mlx" : undefined,
		isTextGguf(model) ? "llama-cpp-python" : undefined,
	];
	return [...new Set(libraries.filter((library) => library !== undefined))];
}

function libraryCode(id: string, data: ModelData): readonly Snippet[] {
	const library = new Map(Object.entries(MODEL_LIBRARIES_UI_ELEMENTS)).get(id);
	const makeSnippets: ((model: ModelData) => string[]) | undefined =
		library !== undefined && "snippets" in library ? library.snippets : undefined;
	if (library === undefined || makeSnippets === undefined) {
		return [];
	}
	const made = tryMake(() => makeSnippets(data)) ?? [];
	const codes = (id === "llama-cpp-python" ? [made.join("\n")] : made)
		// Without the task's class the package writes the bare AutoModel, which is wrong for most tasks.
		.filter((code) => id !== "transformers" || code.includes("pipeline(") || hasAutoClass(data.pipeline_tag))
		.map((code) =>
			id === "diffusers" && !makesImages(data.pipeline_tag) ? code.replace(imagesOnly, "") : code,
		)
		.filter((code) => code.includes(data.id));
	return codes.map((code, index) => ({
		id: `library:${id}:${index}`,
		label: index === 0 ? library.prettyLabel : `${library.prettyLabel} (${index + 1})`,
		language: tellLanguage(id, code),
		code: code.trim(),
	}));
}

/** What the package writes for models that draw, and for the others alike. */
const imagesOnly = /\nprompt = [\s\S]*$/;

function makesImages(task: string | undefined): boolean {
	return task === undefined || task.endsWith("-to-image");
}

function appCode(id: string, app: LocalApp, data: ModelData, file: string | undefined): readonly Snippet[] {
	if (!("snippet" in app)) {
		return [];
	}
	const made = tryMake(() => (app.displayOnModelPage(data) ? app.snippet(data, file) : []));
	const ways = (Array.isArray(made) ? made : made === undefined ? [] : [made]).map(formatWay);
	const code = stepwiseApps.includes(id) ? ways.join("\n\n") : ways[0];
	return code === undefined
		? []
		: [{ id: `app:${id}`, label: app.prettyLabel, language: shellLanguage, code: code.trim() }];
}

function formatWay(way: string | LocalAppSnippet): string {
	if (typeof way === "string") {
		return way;
	}
	const commands = typeof way.content === "string" ? [way.content] : way.content;
	return [...(way.setup === undefined ? [] : [way.setup]), ...commands].join("\n\n");
}

function chooseFile(model: Model, chosen: string | undefined): string | undefined {
	if (chosen !== undefined) {
		return plainPath.test(chosen) ? chosen : undefined;
	}
	const files = (model.artifacts ?? [])
		.filter((artifact) => artifact.format === "gguf")
		.flatMap((artifact) => artifact.files.slice(0, 1))
		.filter((path) => plainPath.test(path));
	return files.find((path) => usualQuantization.test(path)) ?? files[0];
}

function fillPlaceholders(code: string, file: string | undefined): string {
	const label = file === undefined ? undefined : parseGGUFQuantLabel(file);
	const filled =
		label === undefined
			? code.replace(/[:-]\{\{QUANT_TAG\}\}/g, "")
			: code.replaceAll("{{QUANT_TAG}}", label);
	return file === undefined ? filled : filled.replaceAll("{{GGUF_FILE}}", file);
}

function tellLanguage(library: string, code: string): string {
	if (library === "transformers.js") {
		return "javascript";
	}
	const firstCommand = code.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
	return /^(?:pip|npm|brew|git|docker|curl|uv|wget)\s/.test(firstCommand) ? shellLanguage : "python";
}

function tryMake<T>(make: () => T): T | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}
