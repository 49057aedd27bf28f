import { findInCode } from "./findInCode.ts";
import { findInCommands } from "./findInCommands.ts";
import { hasKnownOwner, isNamedLikeModel } from "./idShape.ts";
import { type FoundId, shiftIds } from "./modelIdUse.ts";

const hint =
	/from_pretrained|fromPretrained|["'`][\w.-]+\/[\w.-]+["'`]|--?[a-z_-]*(?:model|tokenizer|repo|hf)|\b(?:serve|download|run|pull)\s|pipeline\(|SentenceTransformer\(|CrossEncoder\(/i;
const commandHint =
	/(?:^|[\s;&|(`$>#*!%])(?:vllm|hf|huggingface-cli|python3?|accelerate|llama-\w+|docker|sglang|text-generation-launcher|lm_eval|litgpt|tune|torchrun|deepspeed|optimum-cli|mlx_lm[\w.]*|lmdeploy|trtllm-serve|CUDA_VISIBLE_DEVICES=\S+|transformers|\w+\.sh)\s|\s--[a-z_-]*(?:model|tokenizer)[a-z_-]*[= ]/;

/** Whether a look into a comment or a text is worth its time. */
export function mayHoldIds(text: string): boolean {
	return text.length > 8 && (text.includes("/") || text.includes("(")) && hint.test(text);
}

/**
 * IDs in a comment, a docstring or another text: in calls and commands that stand there as examples. Its plain words tell
 * nothing, and addresses are found elsewhere.
 */
export function findInProse(text: string, base: number, language: "python" | "script"): readonly FoundId[] {
	const code = blankMarks(text);
	const calls = findInCode(code, language, "comment").found.filter((each) =>
		isNamedLikeModel(each.id)
			? each.callSite !== "name" || hasKnownOwner(each.id)
			: each.callSite !== "name" && each.confidence === "certain",
	);
	const found = [...calls];
	for (const match of code.matchAll(/[^\n]+(?:\\\n[^\n]*)*/g)) {
		if (commandHint.test(match[0])) {
			const line = match[0].replaceAll("`", " ");
			const inLine = findInCommands(line, "comment", 1).filter(({ callSite }) => callSite !== "name");
			found.push(...shiftIds(inLine, match.index));
		}
	}
	return shiftIds(found, base).map((each) => ({ ...each, place: "comment" }));
}

/** The text with what marks comments and examples at the beginning of lines turned into spaces. */
function blankMarks(text: string): string {
	return text.replaceAll(
		/^[ \t]*(?:#+|\/\/+|\*+(?!\/)|>>>|\.\.\.|```\w*|\$)(?:[ \t]*(?:>>>|\.\.\.)(?= |$))?/gm,
		(marks) => " ".repeat(marks.length),
	);
}
