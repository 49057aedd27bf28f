import type { HubModel } from "./hubModel.ts";
import { isRecord, readText, readTexts } from "./rowFields.ts";

const TAG_TYPES = [
	"pipeline_tag",
	"library",
	"dataset",
	"bucket",
	"language",
	"license",
	"arxiv",
	"doi",
	"region",
	"deploy",
	"other",
] as const;
type TagType = (typeof TAG_TYPES)[number];

interface Tag {
	readonly id: string;
	readonly label: string;
	readonly type: TagType;
	readonly subType?: string;
}

const PREFIXED: readonly TagType[] = ["dataset", "license", "arxiv", "doi", "region", "deploy"];
const LIBRARIES = new Set(
	(
		"transformers diffusers sentence-transformers peft timm mlx gguf onnx openvino coreml tflite litert-lm " +
		"transformers.js safetensors pytorch tf jax nemo keras vllm tensorboard"
	).split(" "),
);

/** The body of `/api/models-tags-by-type`, or `undefined` for a type that the Hub does not have. */
export function listTagsByType(
	models: Iterable<HubModel>,
	type: string | null,
): Readonly<Record<string, readonly Tag[]>> | undefined {
	const types = type === null ? TAG_TYPES : TAG_TYPES.filter((name) => name === type);
	if (types.length === 0) {
		return undefined;
	}
	const byType = new Map<TagType, Map<string, Tag>>(types.map((name) => [name, new Map()]));
	for (const model of models) {
		for (const tag of describeTags(model)) {
			byType.get(tag.type)?.set(tag.id, tag);
		}
	}
	return Object.fromEntries([...byType].map(([name, tags]) => [name, [...tags.values()]]));
}

function describeTags(model: HubModel): readonly Tag[] {
	const card = model.row["cardData"];
	const languages = new Set(isRecord(card) ? readTexts(card, "language") : []);
	const task = readText(model.row, "pipeline_tag");
	const library = readText(model.row, "library_name");
	return [...model.filterTags]
		.filter((id) => !id.startsWith("base_model:"))
		.map((id): Tag => {
			const prefix = PREFIXED.find((name) => id.startsWith(`${name}:`));
			if (prefix !== undefined) {
				return { id, label: id.slice(prefix.length + 1), type: prefix };
			}
			if (id === task) {
				return { id, label: titleCase(id), type: "pipeline_tag" };
			}
			if (id === library || LIBRARIES.has(id)) {
				return { id, label: id, type: "library" };
			}
			if (languages.has(id) || /^[a-z]{2}$/.test(id)) {
				return { id, label: nameLanguage(id), type: "language" };
			}
			return { id, label: id, type: "other" };
		});
}

function titleCase(task: string): string {
	return task.replace(/(^|-)(\w)/g, (_match, dash: string, letter: string) => {
		return `${dash === "" ? "" : " "}${letter.toUpperCase()}`;
	});
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

function nameLanguage(code: string): string {
	try {
		return languageNames.of(code) ?? code;
	} catch {
		return code;
	}
}
