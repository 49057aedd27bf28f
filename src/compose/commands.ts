import {
	auditCommandIds,
	type CommandHandlers,
	dailyCommandIds,
	loadLate,
	pickCommandIds,
} from "../host/commands/commandTable.ts";
import type { Parts } from "./parts.ts";

/** Every command; the code of one is loaded, and put together, when it or one of its kind is first called. */
export function composeCommands(parts: Parts): CommandHandlers {
	return {
		...loadLate(pickCommandIds, async () => (await import("./pickCommands.ts")).composePickCommands(parts)),
		...loadLate(auditCommandIds, async () =>
			(await import("./auditCommands.ts")).composeAuditCommands(parts),
		),
		...loadLate(dailyCommandIds, async () =>
			(await import("./dailyCommands.ts")).composeDailyCommands(parts),
		),
	};
}
