import type { Log } from "../log.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** "Show Log": the output channel. */
export function createShowLog(log: Log): CommandHandlers<"openModels.showLog"> {
	return { "openModels.showLog": () => log.show() };
}
