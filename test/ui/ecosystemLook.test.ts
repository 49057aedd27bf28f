import type { Frame } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import { countInkedCanvases } from "./canvasInk.ts";
import { waitForNoSidewaysScrolling } from "./noSidewaysScrolling.ts";
import { answers, ecosystemSample, openEcosystem } from "./openEcosystem.ts";
import { takePicture } from "./pictures.ts";
import { assertNoPolicyErrors } from "./policyErrors.ts";
import { changeTheme, themes } from "./themes.ts";
import { until } from "./until.ts";
import { useSample } from "./useSample.ts";

describe("how the state of open models looks", () => {
	const sample = useSample(ecosystemSample);
	let frame: Frame;

	before(async () => {
		frame = await openEcosystem(sample.page);
	});

	for (const { name, label, className, isShown } of themes) {
		it(`is drawn in ${label}, and axe-core finds nothing serious in it`, async () => {
			await changeTheme(sample.page, label, className);
			await frame
				.getByRole("heading", { name: "Where are their makers?" })
				.evaluate((heading) => heading.closest("figure")?.scrollIntoView());
			await until(
				"the charts",
				() => countInkedCanvases(frame),
				(count) => count >= answers - 1,
			);
			await takePicture(sample.page, `ecosystem-${name}`, isShown);
			await assertAccessible(frame);
		});
	}

	it("needs no sideways scrolling from 480 to 1,400 pixels and at 200 % zoom", async () => {
		const { page } = sample;
		await frame.evaluate(() => window.scrollTo(0, 0));
		for (const { name, width, height } of [
			{ name: "wide", width: 1750, height: 900 },
			{ name: "narrow", width: 790, height: 800 },
			{ name: "zoomed", width: 640, height: 420 },
		]) {
			await page.setViewportSize({ width, height });
			await until(
				"a panel of another width",
				() => frame.evaluate(() => window.innerWidth),
				(now) => now < width && now > width - 400,
			);
			await waitForNoSidewaysScrolling(frame);
			await takePicture(page, `ecosystem-${name}`, false);
		}
	});

	it("breaks no content policy", () => assertNoPolicyErrors(sample.workbench));
});
