import type { Settings } from "../../settings.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { FitSource } from "../../state/fitSource.ts";
import type { ModelJudge } from "../../state/modelJudge.ts";
import type { ModelReader } from "../../state/modelReader.ts";
import type { ReadingStore } from "../../state/readingStore.ts";
import type { TargetStore } from "../../state/targetStore.ts";
import type { PanelHouse } from "../panelHouse.ts";
import type { PanelSet } from "../panelSet.ts";

/** What a comparison works with. */
export interface ComparePanelParts extends PanelHouse {
	readonly settings: Settings;
	readonly store: CatalogStore;
	readonly reader: ModelReader;
	readonly readings: ReadingStore;
	readonly judge: ModelJudge;
	readonly targets: TargetStore;
	readonly fit: FitSource;
	readonly panels: PanelSet;
}
