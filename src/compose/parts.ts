import type * as vscode from "vscode";
import type { AuditState } from "../host/audit/auditState.ts";
import type { Insertion } from "../host/insertion.ts";
import type { Log } from "../host/log.ts";
import type { PackagedTables } from "../host/packagedTables.ts";
import type { PanelSet } from "../host/panels/panelSet.ts";
import type { Secrets } from "../host/secrets.ts";
import type { Settings } from "../host/settings.ts";
import type { ModelsView } from "../host/sidebar/modelsView.ts";
import type { CatalogStore } from "../host/state/catalogStore.ts";
import type { EditorTracker } from "../host/state/editorTracker.ts";
import type { FitSource } from "../host/state/fitSource.ts";
import type { HubSession } from "../host/state/hubSession.ts";
import type { ModelJudge } from "../host/state/modelJudge.ts";
import type { ModelReader } from "../host/state/modelReader.ts";
import type { QueryState } from "../host/state/queryState.ts";
import type { ReadingStore } from "../host/state/readingStore.ts";
import type { RuleStore } from "../host/state/ruleStore.ts";
import type { SnippetSource } from "../host/state/snippetSource.ts";
import type { TargetStore } from "../host/state/targetStore.ts";
import type { WatchList } from "../host/state/watchList.ts";
import type { WatchRoom } from "../host/state/watchRoom.ts";
import type { Platform } from "../platform/platform.ts";

/** What stands when the extension is at work: what is composed later, for a command, is made from it. */
export interface Parts {
	readonly platform: Platform;
	readonly log: Log;
	readonly settings: Settings;
	readonly secrets: Secrets;
	readonly session: HubSession;
	readonly store: CatalogStore;
	readonly targets: TargetStore;
	readonly watched: WatchList;
	readonly query: QueryState;
	readonly editors: EditorTracker;
	readonly reader: ModelReader;
	readonly judge: ModelJudge;
	readonly fit: FitSource;
	readonly tables: PackagedTables;
	readonly insertion: Insertion;
	readonly snippets: SnippetSource;
	readonly rules: RuleStore;
	readonly auditState: AuditState;
	/** Of the extension. */
	readonly version: string;
	/** What is disposed of at the end, things that are loaded late included. */
	readonly subscriptions: { dispose(): unknown }[];
	readonly readings: ReadingStore;
	readonly panels: PanelSet;
	readonly ecosystemPanels: PanelSet;
	readonly comparePanels: PanelSet;
	readonly modelsView: ModelsView;
	/** What is remembered for the workspace. */
	readonly memento: vscode.Memento;
	readonly loadWatchRoom: () => Promise<WatchRoom>;
}
