/** VS Code's names for the panels, under which it restores them; the activation events of package.json have them too. */
export const panelTypes = ["openModels.model", "openModels.ecosystem", "openModels.compare"] as const;

/** A kind of panels by VS Code's name for it. */
export type PanelType = (typeof panelTypes)[number];
