/**
 * User settings under which nothing but the extension asks for attention: no tour, no chat, no telemetry, no updates;
 * light or dark as the person has it elsewhere. Nothing is saved unasked, which a browser VS Code does otherwise.
 */
export const quietSettings: Readonly<Record<string, unknown>> = {
	"chat.disableAIFeatures": true,
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"extensions.ignoreRecommendations": true,
	"files.autoSave": "off",
	"git.enabled": false,
	"security.workspace.trust.enabled": false,
	"telemetry.telemetryLevel": "off",
	"update.mode": "none",
	"window.commandCenter": false,
	"window.autoDetectColorScheme": true,
	"workbench.enableExperiments": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.startupEditor": "none",
	"workbench.tips.enabled": false,
	"workbench.welcomePage.walkthroughs.openOnInstall": false,
};
