import { createGetStarted } from "../host/commands/getStarted.ts";
import { createMarkAsSeen } from "../host/commands/markAsSeen.ts";
import { createCompareModels } from "../host/commands/model/compareModels.ts";
import { createShowEcosystem } from "../host/commands/showEcosystem.ts";
import { createShowLog } from "../host/commands/showLog.ts";
import { createSignIn } from "../host/commands/signIn.ts";
import { createTransferReadings } from "../host/commands/transferReadings.ts";
import { composeListCommands } from "./listCommands.ts";
import { composeModelCommands } from "./modelCommands.ts";
import type { Parts } from "./parts.ts";
import { composeTargetCommands } from "./targetCommands.ts";

/** What is called day by day: the list, its models, the targets, the panels, and what is kept. */
export function composeDailyCommands(parts: Parts) {
	const { store, judge, watched, readings, secrets, session, log } = parts;
	return {
		...composeListCommands(parts),
		...composeModelCommands(parts),
		...composeTargetCommands(parts),
		...createCompareModels(store, judge, watched, parts.comparePanels),
		...createShowEcosystem(parts.ecosystemPanels),
		...createMarkAsSeen(parts.loadWatchRoom),
		...createTransferReadings(readings, store),
		...createSignIn(secrets, session, log),
		...createGetStarted(),
		...createShowLog(log),
	};
}
