import type { PictureWords } from "./chartScene.ts";
import type { ChartTheme } from "./chartTheme.ts";

const marginPx = 16;

/** A picture of a drawn chart on the theme's background, its title above and what it was computed from below. */
export function takeChartPicture(
	chart: HTMLCanvasElement,
	{ title, says, basis }: PictureWords,
	theme: ChartTheme,
): string | undefined {
	const picture = document.createElement("canvas");
	const context = picture.getContext("2d");
	if (!context || chart.width === 0) {
		return undefined;
	}
	const scale = chart.width / Math.max(1, chart.clientWidth);
	const size = theme.fontSizePx * scale;
	const margin = marginPx * scale;
	const fontOf = (weight: number, factor: number) => `${weight} ${size * factor}px ${theme.fontFamily}`;
	const blocks = [
		{ font: fontOf(600, 1.25), text: title, lineHeight: size * 1.6 },
		{ font: fontOf(400, 1), text: says, lineHeight: size * 1.45 },
		{ font: fontOf(400, 0.92), text: basis, lineHeight: size * 1.35 },
	].map((block) => {
		context.font = block.font;
		return { ...block, lines: wrapWords(context, block.text, chart.width) };
	});
	const textHeight = blocks.reduce((sum, { lineHeight, lines }) => sum + lineHeight * lines.length, 0);
	picture.width = chart.width + 2 * margin;
	picture.height = chart.height + textHeight + 4 * margin;
	context.fillStyle = theme.background;
	context.fillRect(0, 0, picture.width, picture.height);
	context.fillStyle = theme.foreground;
	context.textBaseline = "top";
	let top = margin;
	blocks.forEach(({ font, lines, lineHeight }, block) => {
		if (block === blocks.length - 1) {
			context.drawImage(chart, margin, top + margin);
			top += chart.height + 2 * margin;
		}
		context.font = font;
		for (const line of lines) {
			context.fillText(line, margin, top);
			top += lineHeight;
		}
	});
	return picture.toDataURL("image/png").replace(/^data:image\/png;base64,/, "");
}

function wrapWords(context: CanvasRenderingContext2D, text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/)) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && context.measureText(longer).width > width) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}
	return line === "" ? lines : [...lines, line];
}
