/** Every command of the extension; those of the manifest first, then what other extensions and rows of the sidebar call. */
export const commandIds = [
	"openModels.pickModel",
	"openModels.pickAgain",
	"openModels.pickSimilar",
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
	"openModels.auditWorkspace",
	"openModels.pinModels",
	"openModels.checkPins",
	"openModels.exportAudit",
	"openModels.swapModel",
	"openModels.signIn",
	"openModels.signOut",
	"openModels.getStarted",
	"openModels.showLog",
	"openModels.pick",
	"openModels.readModel",
	"openModels.includeUnknown",
	"openModels.dropFilter",
] as const;

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
