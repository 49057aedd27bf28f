import {
	provideVSCodeDesignSystem,
	vsCodePanels,
	vsCodePanelTab,
	vsCodePanelView,
	vsCodeProgressRing,
} from "@vscode/webview-ui-toolkit";

/** Defines the controls that HTML lacks: `vscode-panels` with its tabs and views, and `vscode-progress-ring`. */
export function defineControls(): void {
	provideVSCodeDesignSystem().register(
		vsCodePanels(),
		vsCodePanelTab(),
		vsCodePanelView(),
		vsCodeProgressRing(),
	);
}
