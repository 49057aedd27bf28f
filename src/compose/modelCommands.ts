import { ModelPrompt } from "../host/commands/model/askForModel.ts";
import { createCopyModelId } from "../host/commands/model/copyModelId.ts";
import { createInsertModelId } from "../host/commands/model/insertModelId.ts";
import { createOpenModel } from "../host/commands/model/openModel.ts";
import { createOpenOnHub } from "../host/commands/model/openOnHub.ts";
import { createShowModel } from "../host/commands/model/showModel.ts";
import { createSnippetCommands } from "../host/commands/model/snippetCommands.ts";
import { createSwapModel } from "../host/commands/model/swapModel.ts";
import { createWatchModel } from "../host/commands/model/watchModel.ts";
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
