import { isRepoId } from "../../../core/model/repoId.ts";
import { PanelSet } from "../panelSet.ts";
import type { ModelPanelParts } from "./modelPanelParts.ts";

/** The panels of models; their keys are repo ids. */
export function createModelPanels(parts: ModelPanelParts): PanelSet {
	const panels = new PanelSet(parts, {
		type: "openModels.model",
		nameTab: (repoId) => repoId,
		readKey: readRepoIdOfState,
		async serve(panel, repoId, rename) {
			const { ModelPanel } = await import("./modelPanel.ts");
			new ModelPanel(panel, repoId, parts, (other) => panels.open(other), rename);
		},
	});
	return panels;
}

function readRepoIdOfState(state: unknown): string | undefined {
	const isNamed =
		typeof state === "object" && state !== null && "repoId" in state && typeof state.repoId === "string";
	return isNamed && isRepoId(String(state.repoId)) ? String(state.repoId) : undefined;
}
