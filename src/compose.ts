import * as vscode from "vscode";
import { composeCommands } from "./compose/commands.ts";
import type { Parts } from "./compose/parts.ts";
import { Catalog } from "./core/catalog/catalog.ts";
import { classifyLicense } from "./core/license/resolveLicense.ts";
import { AuditState } from "./host/audit/auditState.ts";
import type { CommandHandlers } from "./host/commands/commandTable.ts";
import { ContextKeys } from "./host/contextKeys.ts";
import { Insertion } from "./host/insertion.ts";
import type { LanguageRoom } from "./host/language/languageRoom.ts";
import { createLog } from "./host/log.ts";
import { PackagedTables } from "./host/packagedTables.ts";
import { createComparePanels } from "./host/panels/compare/comparePanels.ts";
import { createEcosystemPanels } from "./host/panels/ecosystem/ecosystemPanels.ts";
import { createModelPanels } from "./host/panels/model/modelPanels.ts";
import type { PanelType } from "./host/panels/panelTypes.ts";
import { Secrets } from "./host/secrets.ts";
import { Settings } from "./host/settings.ts";
import { ModelItems } from "./host/sidebar/modelItem.ts";
import { ModelsView } from "./host/sidebar/modelsView.ts";
import { TargetsView } from "./host/sidebar/targetsView.ts";
import { WatchedView } from "./host/sidebar/watchedView.ts";
import { WorkspaceView } from "./host/sidebar/workspaceView.ts";
import { CatalogStore } from "./host/state/catalogStore.ts";
import { EditorTracker } from "./host/state/editorTracker.ts";
import { FitSource } from "./host/state/fitSource.ts";
import { HubSession } from "./host/state/hubSession.ts";
import { ModelJudge } from "./host/state/modelJudge.ts";
import { ModelReader } from "./host/state/modelReader.ts";
import { OrderedMemento } from "./host/state/orderedMemento.ts";
import { QueryState } from "./host/state/queryState.ts";
import { ReadingStore } from "./host/state/readingStore.ts";
import { RuleStore } from "./host/state/ruleStore.ts";
import { SnippetSource } from "./host/state/snippetSource.ts";
import { TargetStore } from "./host/state/targetStore.ts";
import { WatchList } from "./host/state/watchList.ts";
import type { WatchRoom } from "./host/state/watchRoom.ts";
import { Storage } from "./host/storage.ts";
import { createPlatform } from "./platform/node.ts";

/** The extension at work: what VS Code's calls are handed on to. */
export interface OpenModels {
	readonly commands: CommandHandlers;
	/** Who restores panels, by the type under which VS Code knows them. */
	readonly panels: Readonly<Record<PanelType, vscode.WebviewPanelSerializer>>;
	/** Chooses a model for an agent or another extension (`answerRequest`). */
	readonly answerPick: (request: unknown, signal: AbortSignal) => Promise<unknown>;
	/** Writes what waits to be written. */
	readonly flush: () => Promise<void>;
	/** Completion, hovers, diagnostics and fixes; loaded with the first call. */
	readonly loadLanguage: () => Promise<LanguageRoom>;
	/** The trees of the sidebar. */
	readonly sidebar: {
		readonly models: ModelsView;
		readonly targets: TargetsView;
		readonly watched: WatchedView;
		readonly workspace: WorkspaceView;
	};
}

/**
 * The composition root: builds the objects and hands them to each other. It reads nothing from disk, machine or
 * network; the views do, when they are first shown.
 */
export function compose(context: vscode.ExtensionContext): OpenModels {
	const platform = createPlatform();
	const log = createLog();
	const settings = new Settings(platform.readEnvironment("HF_ENDPOINT"));
	const secrets = new Secrets(context.secrets, settings, platform);
	const session = new HubSession(settings, secrets, platform, `open-models/${readVersion(context)}`, log);
	const storage = new Storage(context.globalStorageUri, platform, log);
	const tables = new PackagedTables(context.extensionUri);
	const fit = new FitSource(async () => {
		const [{ FitJudge }, { openSupportRules }, table] = await Promise.all([
			import("./core/fit/fitJudge.ts"),
			import("./core/fit/support/openSupportRules.ts"),
			tables.read("supportTable"),
		]);
		return new FitJudge(openSupportRules(table));
	}, log);
	const catalog = new Catalog({
		classifyLicense,
		estimateWeightsBytes: (model) => fit.judge?.estimateWeightsBytes(model),
		estimateRequiredBytes: (model, contextTokens, hardware) =>
			fit.judge?.estimateRequiredBytes(model, contextTokens, hardware),
		nowMs: Date.now,
	});
	const embedded = vscode.Uri.joinPath(context.extensionUri, "media", "catalog.json");
	const store = new CatalogStore(catalog, session, storage, embedded, log);
	const readings = new ReadingStore(storage, settings.readingBounds);
	const memory = new OrderedMemento(context.globalState);
	const targets = new TargetStore(memory, platform, log);
	const watched = new WatchList(memory);
	const query = new QueryState(context.workspaceState);
	const editors = new EditorTracker();
	const reader = new ModelReader(
		session,
		store,
		async () => {
			const { OfferReader } = await import("./host/state/offerReader.ts");
			return new OfferReader(store, targets, log);
		},
		log,
	);
	const judge = new ModelJudge(settings, targets, store, readings, fit);
	const rules = new RuleStore(log);
	const insertion = new Insertion(editors);
	const snippets = new SnippetSource(() => import("./core/code/snippets.ts"));
	const items = new ModelItems(judge, watched, store);
	const modelsView = new ModelsView({ store, query, reader, fit, items, log });
	const targetsView = new TargetsView(targets, log);
	let watchRoom: Promise<WatchRoom> | undefined;
	const loadWatchRoom = (): Promise<WatchRoom> => {
		watchRoom ??= import("./host/state/watchRoom.ts").then(({ createWatchRoom }) => {
			const room = createWatchRoom({ memory, watched, store, judge, session, log });
			context.subscriptions.push(room.tracker);
			return room;
		});
		return watchRoom;
	};
	const watchedView = new WatchedView({ watched, store, items, loadRoom: loadWatchRoom, log });
	const house = { extensionUri: context.extensionUri, createNonce: () => platform.createRandomId(), log };
	const ecosystemPanels = createEcosystemPanels({ ...house, store, query, settings });
	const panels = createModelPanels({
		...house,
		settings,
		session,
		store,
		reader,
		readings,
		judge,
		targets,
		watched,
		query,
		snippets,
		fit,
		insertion,
		editors,
	});
	const auditState = new AuditState();
	const workspaceView = new WorkspaceView(auditState);
	const comparePanels = createComparePanels({
		...house,
		settings,
		store,
		reader,
		readings,
		judge,
		targets,
		fit,
		panels,
	});
	const contextKeys = new ContextKeys(secrets, targets, watched, log);
	const redraw = (): void => {
		modelsView.redraw();
		watchedView.redraw();
	};
	let language: Promise<LanguageRoom> | undefined;
	const loadLanguage = (): Promise<LanguageRoom> => {
		language ??= import("./host/language/languageRoom.ts").then(({ LanguageRoom }) => {
			const room = new LanguageRoom({ session, secrets, store, judge, fit, targets, rules, log });
			context.subscriptions.push(room);
			return room;
		});
		return language;
	};
	context.subscriptions.push(
		log,
		session,
		store,
		readings,
		targets,
		watched,
		query,
		editors,
		fit,
		rules,
		contextKeys,
		panels,
		ecosystemPanels,
		comparePanels,
		modelsView,
		targetsView,
		watchedView,
		auditState,
		workspaceView,
		store.onDidChange(() => readings.loadSoon()),
		readings.onDidChange(redraw),
		store.onDidReadModels((models) => readings.add(models)),
		targets.onDidChange(redraw),
		settings.onDidChange(redraw),
		settings.onDidChange(() => void query.setContext(settings.contextTokens)),
		fit.onDidLoad(() => {
			catalog.forgetEstimates();
			redraw();
		}),
		watched.onDidChange(redraw),
		session.onDidChange(() => void modelsView.refreshIfShown()),
	);
	const parts: Parts = {
		platform,
		log,
		settings,
		secrets,
		session,
		store,
		targets,
		watched,
		query,
		editors,
		reader,
		judge,
		fit,
		tables,
		insertion,
		snippets,
		readings,
		rules,
		auditState,
		version: readVersion(context),
		subscriptions: context.subscriptions,
		panels,
		ecosystemPanels,
		comparePanels,
		modelsView,
		memento: context.workspaceState,
		loadWatchRoom,
	};
	return {
		commands: composeCommands(parts),
		answerPick: async (request, signal) => {
			const { answerRequest } = await import("./host/pick/answerRequest.ts");
			return answerRequest(request, parts, signal);
		},
		panels: {
			"openModels.model": panels,
			"openModels.ecosystem": ecosystemPanels,
			"openModels.compare": comparePanels,
		},
		flush: () => readings.flush(),
		loadLanguage,
		sidebar: { models: modelsView, targets: targetsView, watched: watchedView, workspace: workspaceView },
	};
}

function readVersion(context: vscode.ExtensionContext): string {
	const manifest: unknown = context.extension.packageJSON;
	const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
	return isVersioned ? String(manifest.version) : "0";
}
