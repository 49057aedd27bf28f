import { type AnswerParts, answerRequest } from "../../pick/answerRequest.ts";
import type { CommandHandlers } from "../commandTable.ts";

/** The pick for other extensions: asks nobody, shows nothing, gives the answer as plain JSON. */
export function createPick(parts: AnswerParts): CommandHandlers<"openModels.pick"> {
	return {
		"openModels.pick": (request) => answerRequest(request, parts, new AbortController().signal),
	};
}
