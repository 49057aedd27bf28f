import type { Settings } from "../../settings.ts";
import type { CatalogStore } from "../../state/catalogStore.ts";
import type { QueryState } from "../../state/queryState.ts";
import type { PanelHouse } from "../panelHouse.ts";

/** What the panel of the ecosystem works with. */
export interface EcosystemPanelParts extends PanelHouse {
	readonly store: CatalogStore;
	readonly query: QueryState;
	readonly settings: Settings;
}
