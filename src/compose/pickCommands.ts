import { ModelPrompt } from "../host/commands/model/askForModel.ts";
import { createPick } from "../host/commands/pick/pick.ts";
import { createPickAgain } from "../host/commands/pick/pickAgain.ts";
import { createPickModel } from "../host/commands/pick/pickModel.ts";
import { createPickSimilar } from "../host/commands/pick/pickSimilar.ts";
import type { Parts } from "./parts.ts";

/** The commands that choose a model: by steps, from a record, like another one, and for other extensions. */
export function composePickCommands(parts: Parts) {
	const prompt = new ModelPrompt(parts.store, parts.session, parts.judge, parts.log);
	return {
		...createPickModel(parts),
		...createPickAgain(parts),
		...createPickSimilar(parts, prompt, parts.reader),
		...createPick(parts),
	};
}
