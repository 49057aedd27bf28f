/** What the editor's theme gives to a chart. */
export interface ChartTheme {
	/** Colors of the series, in order. */
	readonly series: readonly string[];
	/** The color of what is not one among the series. */
	readonly neutral: string;
	readonly foreground: string;
	readonly grid: string;
	readonly background: string;
	readonly fontFamily: string;
	readonly fontSizePx: number;
	readonly isMotionReduced: boolean;
}

// Without orange: it is a third transparent in the default themes, and absent from those of high contrast.
const seriesVariables = ["blue", "yellow", "purple", "green", "red"].map(
	(color) => `--vscode-charts-${color}`,
);

/** Reads the theme's variables as they are now. */
export function readChartTheme(): ChartTheme {
	const style = getComputedStyle(document.body);
	const read = (name: string) => style.getPropertyValue(name).trim();
	const foreground = read("--vscode-charts-foreground") || style.color;
	return {
		series: seriesVariables.map((name) => read(name) || foreground),
		neutral: read("--vscode-descriptionForeground") || foreground,
		foreground,
		grid: read("--vscode-charts-lines") || foreground,
		background: read("--vscode-editor-background") || style.backgroundColor,
		fontFamily: style.fontFamily,
		fontSizePx: Number.parseFloat(style.fontSize),
		isMotionReduced:
			document.body.classList.contains("vscode-reduce-motion") ||
			matchMedia("(prefers-reduced-motion: reduce)").matches,
	};
}

/** Calls the listener after each change of theme, font or motion preference. */
export function watchChartTheme(onChange: () => void): void {
	const observer = new MutationObserver(onChange);
	observer.observe(document.body, { attributeFilter: ["class", "data-vscode-theme-kind"] });
	// Themes of the same kind differ only in the variables, which stand on the root element.
	observer.observe(document.documentElement, { attributeFilter: ["style"] });
	matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", onChange);
}
