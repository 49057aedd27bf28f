import * as vscode from "vscode";
import { Catalog } from "./core/catalog/catalog.ts";
import { estimateRequiredBytes, estimateWeightsBytes } from "./core/fit/estimateBytes.ts";
import { classifyLicense } from "./core/license/resolveLicense.ts";
import { registerAddTarget } from "./host/commands/addTarget.ts";
import { ModelPrompt } from "./host/commands/askForModel.ts";
import { registerClearFilters } from "./host/commands/clearFilters.ts";
import { registerCopyModelId } from "./host/commands/copyModelId.ts";
import { registerDetectTargets } from "./host/commands/detectTargets.ts";
import { registerEditTarget } from "./host/commands/editTarget.ts";
import { registerFilterModels } from "./host/commands/filterModels.ts";
import { registerInsertModelId } from "./host/commands/insertModelId.ts";
import { registerLoadMoreModels } from "./host/commands/loadMoreModels.ts";
import { registerLoosenFilters } from "./host/commands/loosenFilters.ts";
import { registerOpenModel } from "./host/commands/openModel.ts";
import { registerOpenOnHub } from "./host/commands/openOnHub.ts";
import { registerPickModel } from "./host/commands/pickModel.ts";
import { registerReadModel } from "./host/commands/readModel.ts";
import { registerRefreshModels } from "./host/commands/refreshModels.ts";
import { registerRemoveTarget } from "./host/commands/removeTarget.ts";
import { registerSearchModels } from "./host/commands/searchModels.ts";
import { registerSetContextLength } from "./host/commands/setContextLength.ts";
import { registerShowLog } from "./host/commands/showLog.ts";
import { registerShowModel } from "./host/commands/showModel.ts";
import { registerSignIn } from "./host/commands/signIn.ts";
import { registerSnippetCommands } from "./host/commands/snippetCommands.ts";
import { registerSortModels } from "./host/commands/sortModels.ts";
import { registerWatchModel } from "./host/commands/watchModel.ts";
import { Insertion } from "./host/insertion.ts";
import { createLog } from "./host/log.ts";
import { ModelPanels } from "./host/panels/modelPanels.ts";
import { Secrets } from "./host/secrets.ts";
import { Settings } from "./host/settings.ts";
import { ModelItems } from "./host/sidebar/modelItem.ts";
import { ModelsView } from "./host/sidebar/modelsView.ts";
import { TargetsView } from "./host/sidebar/targetsView.ts";
import { WatchedView } from "./host/sidebar/watchedView.ts";
import { CatalogStore } from "./host/state/catalogStore.ts";
import { EditorTracker } from "./host/state/editorTracker.ts";
import { HubSession } from "./host/state/hubSession.ts";
import { ModelJudge } from "./host/state/modelJudge.ts";
import { ModelReader } from "./host/state/modelReader.ts";
import { QueryState } from "./host/state/queryState.ts";
import { ReadingStore } from "./host/state/readingStore.ts";
import { SnippetSource } from "./host/state/snippetSource.ts";
import { TargetStore } from "./host/state/targetStore.ts";
import { WatchList } from "./host/state/watchList.ts";
import { Storage } from "./host/storage.ts";
import { createPlatform } from "./platform/node.ts";

/** What the extension gives to those who run in the same host: the trees of its sidebar. */
export interface OpenModelsApi {
	readonly models: ModelsView;
	readonly targets: TargetsView;
	readonly watched: WatchedView;
}

/**
 * The composition root: builds the objects, hands them to each other, registers what VS Code calls. It reads nothing
 * from disk, machine or network; the views do, when they are first shown.
 */
export function activate(context: vscode.ExtensionContext): OpenModelsApi {
	const platform = createPlatform();
	const log = createLog();
	const settings = new Settings(platform.readEnvironment("HF_ENDPOINT"));
	const secrets = new Secrets(context.secrets, settings, platform);
	const session = new HubSession(settings, secrets, platform, `open-models/${readVersion(context)}`, log);
	const storage = new Storage(context.globalStorageUri, platform, log);
	const catalog = new Catalog({
		classifyLicense,
		estimateWeightsBytes,
		estimateRequiredBytes,
		nowMs: Date.now,
	});
	const embedded = vscode.Uri.joinPath(context.extensionUri, "media", "catalog.json");
	const store = new CatalogStore(catalog, session, storage, embedded, log);
	const readings = new ReadingStore(storage);
	const targets = new TargetStore(context.globalState, platform, log);
	const watched = new WatchList(context.globalState);
	const query = new QueryState(context.workspaceState);
	const editors = new EditorTracker();
	const reader = new ModelReader(session, store, log);
	const judge = new ModelJudge(settings, targets, store, readings);
	const insertion = new Insertion(editors);
	const snippets = new SnippetSource(() => import("./core/code/snippets.ts"));
	const prompt = new ModelPrompt(store, session, judge, log);
	const loadFilterEditors = async () => {
		const { FilterEditors } = await import("./host/commands/filterEditors.ts");
		return new FilterEditors(query, store, targets, settings);
	};
	const items = new ModelItems(judge, watched, store);
	const modelsView = new ModelsView({ store, query, reader, items, log });
	const targetsView = new TargetsView(targets, log);
	const watchedView = new WatchedView(watched, store, items);
	const panels = new ModelPanels({
		extensionUri: context.extensionUri,
		createNonce: () => platform.createRandomId(),
		settings,
		session,
		store,
		reader,
		judge,
		targets,
		watched,
		snippets,
		insertion,
		editors,
		log,
	});
	const redraw = (): void => {
		modelsView.redraw();
		watchedView.redraw();
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
		panels,
		modelsView,
		targetsView,
		watchedView,
		store.onDidReadModels((models) => readings.add(models)),
		targets.onDidChange(redraw),
		settings.onDidChange(redraw),
		watched.onDidChange(redraw),
		session.onDidChange(() => void modelsView.refresh()),
		registerPickModel({ store, targets, judge, editors, insertion, panels, log }),
		registerShowModel(prompt, panels),
		registerOpenModel(prompt, panels),
		registerReadModel(reader, log),
		registerFilterModels(query, store, loadFilterEditors),
		registerLoosenFilters(query),
		registerSortModels(query),
		registerSearchModels(query),
		registerClearFilters(query),
		registerRefreshModels(modelsView, store),
		registerLoadMoreModels(modelsView),
		registerInsertModelId(prompt, insertion, store),
		registerSnippetCommands({ prompt, snippets, insertion, store, reader, log }),
		registerCopyModelId(prompt),
		registerOpenOnHub(prompt, session),
		registerWatchModel(prompt, watched),
		registerAddTarget(targets, () => platform.createRandomId()),
		registerEditTarget(targets),
		registerRemoveTarget(targets),
		registerDetectTargets(targets, log),
		registerSetContextLength(settings),
		registerSignIn(secrets, session, log),
		registerShowLog(log),
	);
	return { models: modelsView, targets: targetsView, watched: watchedView };
}

function readVersion(context: vscode.ExtensionContext): string {
	const manifest: unknown = context.extension.packageJSON;
	const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
	return isVersioned ? String(manifest.version) : "0";
}
