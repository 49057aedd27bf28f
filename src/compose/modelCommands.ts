import { ModelPrompt } from "../host/commands/askForModel.ts";
import { createCopyModelId } from "../host/commands/copyModelId.ts";
import { createInsertModelId } from "../host/commands/insertModelId.ts";
import { createOpenModel } from "../host/commands/openModel.ts";
import { createOpenOnHub } from "../host/commands/openOnHub.ts";
import { createShowModel } from "../host/commands/showModel.ts";
import { createSnippetCommands } from "../host/commands/snippetCommands.ts";
import { createSwapModel } from "../host/commands/swapModel.ts";
import { createWatchModel } from "../host/commands/watchModel.ts";
import type { Parts } from "./parts.ts";

/** The commands about one model: the row that they are called on, or the model that the user names. */
export function composeModelCommands(parts: Parts) {
	const { store, session, judge, log, panels, insertion, watched } = parts;
	const prompt = new ModelPrompt(store, session, judge, log);
	return {
		...createShowModel(prompt, panels),
		...createOpenModel(prompt, panels),
		...createInsertModelId(prompt, insertion, store),
		...createSnippetCommands({ ...parts, prompt }),
		...createCopyModelId(prompt),
		...createOpenOnHub(prompt, session),
		...createSwapModel({ ...parts, prompt }),
		...createWatchModel(prompt, watched),
	};
}
