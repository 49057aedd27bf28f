const tileSizePx = 8;

/** Lines of a tile, as `[x1, y1, x2, y2]`; the first fill is solid. */
const tiles: readonly (readonly (readonly [number, number, number, number])[])[] = [
	[],
	[
		[-2, 6, 6, -2],
		[2, 10, 10, 2],
	],
	[[0, 4, 8, 4]],
	[
		[-2, 2, 6, 10],
		[2, -2, 10, 6],
		[-2, 6, 6, -2],
		[2, 10, 10, 2],
	],
	[[4, 0, 4, 8]],
];

/** A fill that is told from the other ones without seeing its color. */
export function createPattern(color: string, background: string, index: number): string | CanvasPattern {
	// Colors come round when the patterns do, so each round begins with another pattern.
	const lines = tiles[(index + Math.floor(index / tiles.length)) % tiles.length];
	const canvas = document.createElement("canvas");
	canvas.width = tileSizePx;
	canvas.height = tileSizePx;
	const context = canvas.getContext("2d");
	if (!lines || lines.length === 0 || !context) {
		return color;
	}
	context.fillStyle = background;
	context.fillRect(0, 0, tileSizePx, tileSizePx);
	context.globalAlpha = 0.3;
	context.fillStyle = color;
	context.fillRect(0, 0, tileSizePx, tileSizePx);
	context.globalAlpha = 1;
	context.strokeStyle = color;
	context.lineWidth = 2;
	context.beginPath();
	for (const [x1, y1, x2, y2] of lines) {
		context.moveTo(x1, y1);
		context.lineTo(x2, y2);
	}
	context.stroke();
	return context.createPattern(canvas, "repeat") ?? color;
}
