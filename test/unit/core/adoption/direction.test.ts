import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import type { Reading } from "../../../../src/core/adoption/derivatives.ts";
import { judgeDirection } from "../../../../src/core/adoption/direction.ts";
import { mapModel } from "../../../../src/core/hub/wire/mapModel.ts";
import { skipBecause } from "../../../workbench/skipBecause.ts";
import { daysAgo, nowMs, sampleModel } from "./sampleModel.ts";

const recorded = "../shared/hub/models.jsonl";

function judge(
	downloads30d: number,
	downloadsAllTime: number,
	ageDays: number,
	readings: readonly Reading[] = [],
) {
	const counters = { downloads30d, downloadsAllTime };
	return judgeDirection(sampleModel({ createdAtMs: daysAgo(ageDays), counters }), readings, nowMs);
}

describe("direction of adoption", () => {
	it("judges by momentum where there are no readings", () => {
		assert.equal(judge(6_000, 10_000, 100), "rising");
		assert.equal(judge(3_000, 10_000, 100), "steady");
		assert.equal(judge(1_000, 10_000, 100), "falling");
		assert.equal(judge(0, 10_000, 100), "falling");
	});

	it("calls a model new while the counter looks back before its release", () => {
		assert.equal(judge(50_000, 50_000, 10), "new");
	});

	it("does not read a direction out of a handful of downloads", () => {
		assert.equal(judge(40, 60, 100), "unknown");
		assert.equal(judgeDirection(sampleModel({ createdAtMs: daysAgo(90) }), [], nowMs), "unknown");
	});

	it("prefers its own readings to the life's mean", () => {
		const grown = [
			{ readAtMs: daysAgo(20), downloads30d: 30_000 },
			{ readAtMs: daysAgo(0), downloads30d: 60_000 },
		];
		assert.equal(judge(60_000, 6_000_000, 900, grown), "rising");
		const shrunk = [
			{ readAtMs: daysAgo(14), downloads30d: 60_000 },
			{ readAtMs: daysAgo(0), downloads30d: 40_000 },
		];
		assert.equal(judge(40_000, 41_000, 40, shrunk), "falling");
	});

	it("takes downloads per day from the cumulative counter where it was read", () => {
		const readings = [
			{ readAtMs: daysAgo(10), downloads30d: 30_000, downloadsAllTime: 1_000_000 },
			{ readAtMs: daysAgo(0), downloads30d: 30_000, downloadsAllTime: 1_010_000 },
		];
		assert.equal(judge(30_000, 1_010_000, 900, readings), "steady");
	});

	it("does not take a counter that stood still, or readings of one week, for steadiness", () => {
		const stalled = [
			{ readAtMs: daysAgo(10), downloads30d: 60_000 },
			{ readAtMs: daysAgo(0), downloads30d: 60_000 },
		];
		assert.equal(judge(60_000, 200_000, 1_000, stalled), "rising");
		const close = [
			{ readAtMs: daysAgo(3), downloads30d: 60_000 },
			{ readAtMs: daysAgo(0), downloads30d: 61_000 },
		];
		assert.equal(judge(60_000, 200_000, 1_000, close), "rising");
	});

	it("splits recorded models in use into three classes of some size", function () {
		this.timeout(120_000);
		if (!existsSync(recorded)) {
			skipBecause(this, "../shared/hub is not there");
		}
		const counts = { rising: 0, steady: 0, falling: 0, new: 0, unknown: 0 };
		let total = 0;
		for (const line of readFileSync(recorded, "utf8").trim().split("\n")) {
			const model = mapModel({ _id: "0".repeat(24), ...JSON.parse(line) }, nowMs);
			if (model !== undefined && (model.counters.downloads30d ?? 0) >= 1_000) {
				counts[judgeDirection(model, [], nowMs)] += 1;
				total += 1;
			}
		}
		for (const direction of ["rising", "steady", "falling"] as const) {
			assert.ok(counts[direction] > total / 5, `${direction}: ${counts[direction]} of ${total}`);
		}
	});
});
