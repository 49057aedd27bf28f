/** A text as a reference to a repository, in its parts. */
export interface Reference {
	readonly id: string;
	/** Of the ID in the text. */
	readonly offset: number;
	/** What stands before the ID and says that it is the Hub's, such as `hf_hub:`. */
	readonly prefix?: string;
	readonly revision?: string;
	readonly revisionOffset?: number;
	readonly variant?: string;
	readonly file?: string;
}

const prefixes =
	/^(?:hf[-_]hub:|hf:(?!\/)|local:|huggingface:(?:[a-z-]+:)?(?!\/)|(?:huggingface|hosted_vllm|models)\/(?=[^/\s]+\/[^/\s]+$))/;
const shellDefault = /^"?(?:\$\{\w+:?-){1,3}/;
/** A class in a repository, as `auto_map` of a configuration names it. */
const customCode = /^([\w.-]+\/[\w.-]+?)--[A-Za-z_]\w*(?:\.\w+)+$/;
const parts =
	/^([A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)?)(?:@([\w./-]+))?(?::(?:([A-Za-z0-9][\w.-]*)|\$\w+|\$?\{\w+\}))?(?:\/([\w./-]+\.(?:gguf|safetensors|bin|pth?|ckpt|onnx|msgpack|h5|tflite|pkl|model|index|task|mlmodel)))?$/;

/** Takes a text apart; `undefined` where it has no such form. A shell's `${NAME:-default}` stands for its default. */
export function readReference(text: string): Reference | undefined {
	if (text.length > 250) {
		return undefined;
	}
	const opening = shellDefault.exec(text)?.[0] ?? "";
	const inner = opening === "" ? text : text.slice(opening.length).replace(/\}+"?$/, "");
	const prefix = prefixes.exec(inner)?.[0] ?? "";
	const module = customCode.exec(inner);
	if (module?.[1] !== undefined) {
		return { id: module[1], offset: opening.length, prefix: "auto_map" };
	}
	const match = parts.exec(inner.slice(prefix.length));
	if (match?.[1] === undefined) {
		return undefined;
	}
	const [, id, revision, variant, file] = match;
	const offset = opening.length + prefix.length;
	return {
		id,
		offset,
		...(prefix === "" ? {} : { prefix }),
		...(revision === undefined ? {} : { revision, revisionOffset: offset + id.length + 1 }),
		...(variant === undefined ? {} : { variant }),
		...(file === undefined ? {} : { file }),
	};
}
