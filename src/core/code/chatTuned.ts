import type { Model } from "../model/model.ts";
import { parseRepoId } from "../model/repoId.ts";

const chatWords = /(?:^|[-_.])(?:instruct|chat|it|assistant|sft|dpo|rlhf)(?:$|[-_.])/i;
const pretrainedWords = /(?:^|[-_.])(?:base|pt|pretrain(?:ed)?)(?:$|[-_.])/i;

/** Tasks whose models are trained to answer, as good as always. */
const answeringTasks = ["image-text-to-text", "video-text-to-text", "any-to-any"];

/** Whether a repository's name says that the model was only pretrained. */
export function isPretrainedOnly(repoId: string): boolean {
	return pretrainedWords.test(parseRepoId(repoId)?.name ?? repoId);
}

/**
 * Whether a model is tuned to hold a conversation, as far as its task, its name or its own author's base
 * model tell. `false` is "not told".
 */
export function isChatTuned(model: Pick<Model, "repoId" | "author" | "task" | "baseModels">): boolean {
	const id = parseRepoId(model.repoId);
	const name = id?.name ?? model.repoId;
	if (pretrainedWords.test(name)) {
		return false;
	}
	if (chatWords.test(name) || (model.task !== undefined && answeringTasks.includes(model.task))) {
		return true;
	}
	return (
		model.task === "text-generation" &&
		(model.baseModels?.repoIds ?? []).some((repoId) => {
			const base = parseRepoId(repoId);
			return base?.owner === id?.owner && pretrainedWords.test(base?.name ?? "");
		})
	);
}
