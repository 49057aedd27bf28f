import { nameGgufFormat } from "./nameGgufFormat.ts";
import type { SupportRules } from "./openSupportRules.ts";

/** Words that say how a quantization was made, not which it is: bits, group sizes, containers. */
const passingWords =
	/^(\d+(\.\d+)?(bpw|bits?)?|bpw|bits?|g\d+|gs\d+|group|u?int\d|q\d|a?sym|safetensors|checkpoints?|weights?|files?|models?|quantized|quants?|any)$/;

/** A quantization in the name of a GGUF file: `model-Q4_K_M.gguf`. */
const ggufFileLabel = /(?:^|[-_. ])((?:ud[-_])?(?:i?q\d|tq\d|mxfp4|nvfp4|bf16|f16|f32)\w*)\.gguf$/;

/**
 * The table's names of the formats of a case, however they are written: `Q4_K_M` and `GGUF Q4_K_M` are a `gguf-k`,
 * `FP8 (E4M3)` is `fp8`, `MXFP4 (gpt-oss)` an `mxfp4`, `AWQ 4bit g128` an `awq`; a GGUF not told apart is usually a
 * `gguf-k`. What the table does not know stays.
 */
export function findFormats(names: readonly string[], rules: SupportRules): readonly string[] {
	return [...new Set(names.flatMap((name) => findFormat(name.toLowerCase().trim(), rules)))];
}

function findFormat(written: string, rules: SupportRules): readonly string[] {
	const label = ggufFileLabel.exec(written)?.[1];
	const whole = join(label === undefined ? written : `gguf-${label}`);
	const words = whole.split("-");
	const attempts = [
		whole,
		join(written.replace(/\(.*?\)/g, " ")),
		words.filter((word) => word !== "safetensors").join("-"),
		words.filter((word) => !passingWords.test(word)).join("-"),
		whole.replace(/^compressed-tensors-|-compressed-tensors$/, ""),
	];
	for (const attempt of attempts) {
		const found = attempt === "" ? undefined : lookUpFormat(attempt, rules);
		if (found) {
			return found;
		}
	}
	return [whole];
}

/** `undefined`: neither the table nor its other spellings have it. */
function lookUpFormat(name: string, rules: SupportRules): readonly string[] | undefined {
	if (name === "gguf") {
		return ["gguf", "gguf-k"];
	}
	if (rules.formats.has(name) && name !== "bf16") {
		return [name];
	}
	const inside = name.replace(/^gguf-|-gguf$/, "");
	const gguf = nameGgufFormat(inside.replace(/-/g, "_"), inside !== name);
	if (gguf !== undefined) {
		return [gguf];
	}
	const found = rules.formatPatterns.find(({ pattern }) => pattern.test(inside));
	return found && inside.replace(found.pattern, found.names).split(" ");
}

function join(written: string): string {
	return written
		.replace(/[()]/g, " ")
		.trim()
		.replace(/^torch\./, "")
		.replace(/[\s_:/,+-]+/g, "-");
}
