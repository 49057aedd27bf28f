import { createAddTarget } from "../host/commands/targets/addTarget.ts";
import { createDetectTargets } from "../host/commands/targets/detectTargets.ts";
import { createEditTarget } from "../host/commands/targets/editTarget.ts";
import { createRemoveTarget } from "../host/commands/targets/removeTarget.ts";
import type { Parts } from "./parts.ts";

/** The commands about the machines that models are judged by. */
export function composeTargetCommands({ targets, fit, platform, log }: Parts) {
	return {
		...createAddTarget(targets, () => platform.createRandomId()),
		...createEditTarget(targets, fit),
		...createRemoveTarget(targets),
		...createDetectTargets(targets, log),
	};
}
