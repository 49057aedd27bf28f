import assert from "node:assert/strict";
import fc from "fast-check";
import { computeMomentum } from "../../../../src/core/adoption/momentum.ts";
import { daysAgo, nowMs, sampleModel } from "./sampleModel.ts";

describe("momentum", () => {
	it("compares the last 30 days with the whole life, by hand", () => {
		const model = sampleModel({
			createdAtMs: daysAgo(100),
			counters: { downloads30d: 6_000, downloadsAllTime: 10_000 },
		});
		assert.deepEqual(computeMomentum(model, nowMs), { value: 2, basis: "computed", from: "hubCounter" });
	});

	it("is 0 where downloads have ceased, and not defined where there never were any", () => {
		const createdAtMs = daysAgo(60);
		const ceased = sampleModel({ createdAtMs, counters: { downloads30d: 0, downloadsAllTime: 500 } });
		const never = sampleModel({ createdAtMs, counters: { downloads30d: 0, downloadsAllTime: 0 } });
		assert.equal(computeMomentum(ceased, nowMs)?.value, 0);
		assert.equal(computeMomentum(never, nowMs), undefined);
	});

	it("is not defined before the counter's window has passed once", () => {
		const counters = { downloads30d: 900, downloadsAllTime: 900 };
		assert.equal(computeMomentum(sampleModel({ createdAtMs: daysAgo(29), counters }), nowMs), undefined);
		assert.equal(computeMomentum(sampleModel({ createdAtMs: daysAgo(30), counters }), nowMs)?.value, 1);
	});

	it("stays unknown when any part is unknown", () => {
		const counters = { downloads30d: 900, downloadsAllTime: 900 };
		const createdAtMs = daysAgo(90);
		assert.equal(computeMomentum(sampleModel({ counters }), nowMs), undefined);
		assert.equal(
			computeMomentum(sampleModel({ createdAtMs, counters: { downloads30d: 9 } }), nowMs),
			undefined,
		);
		assert.equal(
			computeMomentum(sampleModel({ createdAtMs, counters: { downloadsAllTime: 9 } }), nowMs),
			undefined,
		);
	});

	it("is never negative nor infinite", () => {
		fc.assert(
			fc.property(fc.nat(1e9), fc.nat(1e9), fc.nat(3_000), (downloads30d, downloadsAllTime, days) => {
				const counters = { downloads30d, downloadsAllTime };
				const value = computeMomentum(sampleModel({ createdAtMs: daysAgo(days), counters }), nowMs)?.value;
				assert.ok(value === undefined || (value >= 0 && Number.isFinite(value)));
			}),
		);
	});
});
