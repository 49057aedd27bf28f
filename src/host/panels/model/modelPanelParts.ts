import type { Insertion } from "../../insertion.ts";
import type { Settings } from "../../settings.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { EditorTracker } from "../../state/editorTracker.ts";
import type { FitSource } from "../../state/fitSource.ts";
import type { HubSession } from "../../state/hubSession.ts";
import type { ModelJudge } from "../../state/modelJudge.ts";
import type { ModelReader } from "../../state/modelReader.ts";
import type { QueryState } from "../../state/queryState.ts";
import type { ReadingStore } from "../../state/readingStore.ts";
import type { SnippetSource } from "../../state/snippetSource.ts";
import type { TargetStore } from "../../state/targetStore.ts";
import type { WatchList } from "../../state/watchList.ts";
import type { PanelHouse } from "../panelHouse.ts";

/** What a model panel works with. */
export interface ModelPanelParts extends PanelHouse {
	readonly settings: Settings;
	readonly session: HubSession;
	readonly store: CatalogStore;
	readonly reader: ModelReader;
	readonly readings: ReadingStore;
	readonly judge: ModelJudge;
	readonly query: QueryState;
	readonly targets: TargetStore;
	readonly watched: WatchList;
	readonly snippets: SnippetSource;
	readonly fit: FitSource;
	readonly insertion: Insertion;
	readonly editors: EditorTracker;
}
