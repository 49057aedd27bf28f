import { answerRequest } from "../pick/answerRequest.ts";
import type { PickEngineParts } from "../pick/pickEngine.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** The pick for other extensions: asks nobody, shows nothing, gives the answer as plain JSON. */
export function createPick(parts: PickEngineParts): CommandHandlers<"openModels.pick"> {
	return {
		"openModels.pick": (request) => answerRequest(request, parts, new AbortController().signal),
	};
}
