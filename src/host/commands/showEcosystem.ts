import { ecosystemKey } from "../panels/ecosystem/ecosystemPanels.ts";
import type { PanelSet } from "../panels/panelSet.ts";
import type { CommandHandlers } from "./commandTable.ts";

/** "Show the State of Open Models": opens the panel of figures over all models that are known. */
export function createShowEcosystem(panels: PanelSet): CommandHandlers<"openModels.showEcosystem"> {
	return { "openModels.showEcosystem": () => panels.open(ecosystemKey) };
}
