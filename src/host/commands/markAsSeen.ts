import { readRepoId } from "../sidebar/modelNode.ts";
import type { WatchRoom } from "../state/watchRoom.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** "Mark as Seen": the row that it is called on, or every watched model, is taken as it is now. */
export function createMarkAsSeen(
	loadRoom: () => Promise<WatchRoom>,
): CommandHandlers<"openModels.markAsSeen"> {
	return {
		"openModels.markAsSeen": async (argument?: unknown) => {
			const repoId = readRepoId(argument);
			const { tracker } = await loadRoom();
			await tracker.markAsSeen(repoId === undefined ? undefined : [repoId]);
		},
	};
}
