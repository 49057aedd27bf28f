import { type CommandHandlers, loadLate } from "../host/commands/commandTable.ts";
import type { Parts } from "./parts.ts";

/** Every command; the code of one is loaded, and put together, when it or one beside it is first called. */
export function composeCommands(parts: Parts): CommandHandlers {
	return {
		...loadLate(
			["openModels.pickModel", "openModels.pickAgain", "openModels.pickSimilar", "openModels.pick"],
			async () => (await import("./pickCommands.ts")).composePickCommands(parts),
		),
		...loadLate(
			[
				"openModels.filterModels",
				"openModels.sortModels",
				"openModels.searchModels",
				"openModels.clearFilters",
				"openModels.includeUnknown",
				"openModels.dropFilter",
				"openModels.refreshModels",
				"openModels.loadMoreModels",
				"openModels.readModel",
				"openModels.setContextLength",
			],
			async () => (await import("./listCommands.ts")).composeListCommands(parts),
		),
		...loadLate(
			[
				"openModels.showModel",
				"openModels.openModel",
				"openModels.insertModelId",
				"openModels.insertSnippet",
				"openModels.copyModelId",
				"openModels.copySnippet",
				"openModels.openOnHub",
				"openModels.swapModel",
				"openModels.watchModel",
				"openModels.unwatchModel",
			],
			async () => (await import("./modelCommands.ts")).composeModelCommands(parts),
		),
		...loadLate(
			[
				"openModels.addTarget",
				"openModels.editTarget",
				"openModels.removeTarget",
				"openModels.detectTargets",
			],
			async () => (await import("./targetCommands.ts")).composeTargetCommands(parts),
		),
		...loadLate(["openModels.showEcosystem"], async () => {
			const { createShowEcosystem } = await import("../host/commands/showEcosystem.ts");
			return createShowEcosystem(parts.ecosystemPanels);
		}),
		...loadLate(["openModels.signIn", "openModels.signOut"], async () => {
			const { createSignIn } = await import("../host/commands/signIn.ts");
			return createSignIn(parts.secrets, parts.session, parts.log);
		}),
		...loadLate(["openModels.markAsSeen"], async () => {
			const { createMarkAsSeen } = await import("../host/commands/markAsSeen.ts");
			return createMarkAsSeen((await parts.loadWatchRoom()).tracker);
		}),
		...loadLate(["openModels.compareModels"], async () => {
			const { createCompareModels } = await import("../host/commands/compareModels.ts");
			return createCompareModels(parts.store, parts.judge, parts.watched, parts.comparePanels);
		}),
		...loadLate(["openModels.exportReadings", "openModels.importReadings"], async () => {
			const { createTransferReadings } = await import("../host/commands/transferReadings.ts");
			return createTransferReadings(parts.readings, parts.store);
		}),
		...loadLate(
			["openModels.auditWorkspace", "openModels.pinModels", "openModels.checkPins", "openModels.exportAudit"],
			async () => {
				const [{ createAuditCommands }, { AuditRoom }] = await Promise.all([
					import("../host/commands/auditCommands.ts"),
					import("../host/audit/auditRoom.ts"),
				]);
				const room = new AuditRoom(parts);
				parts.subscriptions.push(room);
				return createAuditCommands(room, parts.auditState, parts.session, parts.version, parts.log);
			},
		),
		...loadLate(["openModels.getStarted"], async () => {
			const { createGetStarted } = await import("../host/commands/getStarted.ts");
			return createGetStarted();
		}),
		...loadLate(["openModels.showLog"], async () => {
			const { createShowLog } = await import("../host/commands/showLog.ts");
			return createShowLog(parts.log);
		}),
	};
}
