/** Commands that choose a model. */
export const pickCommandIds = [
	"openModels.pickModel",
	"openModels.pickAgain",
	"openModels.pickSimilar",
	"openModels.pick",
] as const;

/** Commands about all models of the workspace. */
export const auditCommandIds = [
	"openModels.auditWorkspace",
	"openModels.pinModels",
	"openModels.checkPins",
	"openModels.exportAudit",
] as const;

/** All others; the last ones are what rows of the sidebar and panels call. */
export const dailyCommandIds = [
	"openModels.showModel",
	"openModels.openModel",
	"openModels.showEcosystem",
	"openModels.filterModels",
	"openModels.sortModels",
	"openModels.searchModels",
	"openModels.clearFilters",
	"openModels.refreshModels",
	"openModels.loadMoreModels",
	"openModels.insertModelId",
	"openModels.insertSnippet",
	"openModels.copyModelId",
	"openModels.copySnippet",
	"openModels.openOnHub",
	"openModels.watchModel",
	"openModels.unwatchModel",
	"openModels.markAsSeen",
	"openModels.addTarget",
	"openModels.editTarget",
	"openModels.removeTarget",
	"openModels.detectTargets",
	"openModels.setContextLength",
	"openModels.compareModels",
	"openModels.exportReadings",
	"openModels.importReadings",
	"openModels.swapModel",
	"openModels.signIn",
	"openModels.signOut",
	"openModels.getStarted",
	"openModels.showLog",
	"openModels.readModel",
	"openModels.includeUnknown",
	"openModels.dropFilter",
] as const;

/** Every command of the extension. */
export const commandIds = [...pickCommandIds, ...auditCommandIds, ...dailyCommandIds] as const;

/** A command of the extension. */
export type CommandId = (typeof commandIds)[number];

/** Carries a command out; the argument is whatever VS Code, a row or another extension passed, so it is checked. */
export type CommandHandler = (argument?: unknown) => unknown;

/** The handlers of some commands. A table of all commands that lacks one does not compile. */
export type CommandHandlers<Ids extends CommandId = CommandId> = Readonly<Record<Ids, CommandHandler>>;

/** Handlers whose code is loaded when one of them is first called. */
export function loadLate<Ids extends CommandId>(
	ids: readonly Ids[],
	load: () => Promise<CommandHandlers<Ids>>,
): CommandHandlers<Ids> {
	let loading: Promise<CommandHandlers<Ids>> | undefined;
	const entries = ids.map((id): [Ids, CommandHandler] => [
		id,
		async (argument) => {
			loading ??= load();
			return (await loading)[id](argument);
		},
	]);
	// `fromEntries` forgets the keys' type; each of them is there.
	return Object.fromEntries(entries) as unknown as CommandHandlers<Ids>;
}
