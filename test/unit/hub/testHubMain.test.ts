import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { askRows } from "./readHub.ts";

describe("test Hub: npm run hub", () => {
	it("says where it is, answers there, and ends when told to", async () => {
		const hub = startCommand("--port", "0");
		const url = await readReadyUrl(hub);
		assert.equal((await askRows(`${url}/api/models?limit=3`)).length, 3);
		hub.kill("SIGTERM");
		assert.deepEqual(await once(hub, "exit"), [0, null]);
	}).timeout(120_000);

	it("names the file that it cannot read, and how it is called", async () => {
		const hub = startCommand("--data", "/no/such/models.jsonl");
		let said = "";
		hub.stderr?.on("data", (chunk) => {
			said += String(chunk);
		});
		assert.deepEqual(await once(hub, "close"), [1, null]);
		assert.match(said, /\/no\/such\/models\.jsonl cannot be read/);
		assert.match(said, /Usage: npm run hub/);
	}).timeout(120_000);
});

function startCommand(...args: readonly string[]): ChildProcess {
	return spawn(process.execPath, ["--import", "tsx", "test/hub/main.ts", ...args], {
		stdio: ["ignore", "pipe", "pipe"],
	});
}

async function readReadyUrl(hub: ChildProcess): Promise<string> {
	let said = "";
	for await (const chunk of hub.stdout ?? []) {
		said += String(chunk);
		const url = /^Test Hub is ready at (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1];
		if (url !== undefined) {
			return url;
		}
	}
	throw new Error(`The test Hub never said where it is: ${said}`);
}
