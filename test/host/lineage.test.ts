import assert from "node:assert/strict";
import type { ModelView } from "../../src/protocol/modelPanel.ts";
import { lineageFamily } from "../hub/lineageFamily.ts";
import { closeEditors } from "./editors.ts";
import { useHub } from "./hubHarness.ts";
import { type OpenPanel, openPanel } from "./panelHarness.ts";

describe("the lineage in a model's panel", () => {
	const stage = useHub({ rows: lineageFamily });

	afterEach(closeEditors);

	const draw = ({ lineage }: ModelView): string[] =>
		lineage.rows.map(({ depth, relation, repoId, isSelf }) =>
			`${"  ".repeat(depth)}${relation} ${repoId}${isSelf ? " *" : ""}`.trimEnd(),
		);

	async function follow(repoId: string): Promise<ModelView> {
		const panel = await openPanel(repoId);
		await panel.readWhole();
		return followIn(panel);
	}

	async function followIn(panel: OpenPanel): Promise<ModelView> {
		await panel.rpc.call("followLineage", {});
		return panel.readUntil("the end of it", ({ lineage }) =>
			/^(Read from|Ended|Stopped)/.test(lineage.status),
		);
	}

	it("costs nothing until it is asked for, and then says what it cost", async () => {
		const panel = await openPanel("lineage/Chat");
		const before = await panel.readWhole();
		assert.match(before.lineage.status, /costs at most 30 requests/);
		stage.hub.clearRequests();
		const view = await followIn(panel);
		const spent = stage.hub.requests.filter(({ path }) => path.includes("lineage")).length;
		assert.match(view.lineage.status, /^Read from the Hub in \d+ requests: to the root/);
		assert.ok(spent > 4 && spent <= 33, String(spent));
	});

	it("goes up to the root and down by relation, with a parent in another case and one that is gone", async () => {
		const view = await follow("lineage/Chat");
		assert.deepEqual(
			draw(view),
			[
				"lineage/Base",
				"  fine-tune lineage/Chat *",
				"    fine-tune lineage/Chat-v2",
				"    merge lineage/merge",
				"    quantization lineage/Chat-GGUF",
			].map((line) => (line.startsWith(" ") ? line : ` ${line}`)),
		);
		const merge = await follow("lineage/merge");
		assert.equal(merge.lineage.rows.find(({ isSelf }) => isSelf)?.notes.at(-1), "also from lineage/gone");
		const orphan = await follow("lineage/orphan");
		assert.deepEqual(draw(orphan), [" lineage/nobody", "  fine-tune lineage/orphan *"]);
		assert.deepEqual(orphan.lineage.rows[0]?.notes, ["not on the Hub, or private"]);
	});

	it("follows a parent that was renamed", async () => {
		assert.deepEqual(draw(await follow("lineage/late")), [
			" lineage/Base",
			"  fine-tune lineage/Chat",
			"    fine-tune lineage/Chat-v2",
			"      adapter lineage/late *",
		]);
	});

	it("ends in a cycle, and after six levels", async () => {
		assert.deepEqual(draw(await follow("lineage/one")), [" lineage/two", "  fine-tune lineage/one *"]);
		const steps = draw(await follow("lineage/step0"));
		assert.equal(steps[0], " lineage/step0 *");
		assert.equal(steps.length, 7);
	});

	it("can be stopped, and tells of a Hub that fails, with what was read by then", async () => {
		const panel = await openPanel("lineage/step2");
		await panel.readWhole();
		stage.hub.setFaults([{ match: "base_model", delayMs: 20_000 }]);
		await panel.rpc.call("followLineage", {});
		await panel.readUntil("the reading", ({ lineage }) => lineage.isReading);
		await panel.rpc.call("stopLineage", {});
		const stopped = await panel.readUntil("the stop", ({ lineage }) => !lineage.isReading);
		assert.match(stopped.lineage.status, /^Stopped after \d+ requests/);
		stage.hub.setFaults([{ match: "base_model", status: 500 }]);
		await panel.rpc.call("followLineage", {});
		const failed = await panel.readUntil("the failure", ({ lineage }) => lineage.status.startsWith("Ended"));
		assert.match(failed.lineage.status, /The Hub has a problem of its own/);
		assert.ok(failed.lineage.rows.length > 0);
	});
});
