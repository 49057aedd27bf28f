import { createPick } from "../host/commands/pick.ts";
import { createPickAgain } from "../host/commands/pickAgain.ts";
import { createPickModel } from "../host/commands/pickModel.ts";
import type { Parts } from "./parts.ts";

/** The commands that choose a model: by steps, from a record, and for other extensions. */
export function composePickCommands(parts: Parts) {
	return { ...createPickModel(parts), ...createPickAgain(parts), ...createPick(parts) };
}
