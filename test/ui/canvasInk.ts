import type { Frame } from "playwright-core";

/** How many canvases of a panel show more than one color: a chart that was drawn, not an empty one. */
export function countInkedCanvases(frame: Frame): Promise<number> {
	return frame.locator("canvas").evaluateAll((all) => {
		let inked = 0;
		for (const canvas of all) {
			const context = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d") : null;
			if (!(canvas instanceof HTMLCanvasElement) || !context || canvas.width === 0) {
				continue;
			}
			const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
			const colors = new Set<number>();
			for (let at = 0; at < data.length; at += 4) {
				if ((data[at + 3] ?? 0) > 200) {
					colors.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
				}
			}
			inked += colors.size > 3 ? 1 : 0;
		}
		return inked;
	});
}
