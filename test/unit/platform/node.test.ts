import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseNvidiaSmi } from "../../../src/core/hardware/parseNvidiaSmi.ts";
import { probeTools } from "../../../src/core/hardware/probes.ts";
import { readAmdgpuFiles } from "../../../src/platform/node/readAmdgpuFiles.ts";
import { createPlatform } from "../../../src/platform/node.ts";
import { createFakeTools, type FakeTools } from "./fakeTools.ts";

describe("the machine that the host runs on", () => {
	const never = new AbortController().signal;
	const platform = createPlatform();
	let tools: FakeTools;

	beforeEach(async () => {
		tools = await createFakeTools();
	});

	afterEach(async () => {
		await tools.remove();
	});

	it("gives what a tool printed, run with fixed arguments", async () => {
		await tools.add("nvidia-smi", 'echo "NVIDIA GeForce RTX 4070, 12282, 8.9"; echo "$@" >&2');
		const run = await platform.runTool("nvidia-smi", never);
		assert.deepEqual(run, {
			tool: "nvidia-smi",
			outcome: "ok",
			stdout: "NVIDIA GeForce RTX 4070, 12282, 8.9\n",
		});
	});

	it("asks an old driver again without the compute capability", async () => {
		await tools.add(
			"nvidia-smi",
			'case "$1" in *compute_cap*) echo "Field \\"compute_cap\\" is not a valid field to query."; exit 2;; esac\necho "Tesla K80, 11441"',
		);
		const run = await platform.runTool("nvidia-smi", never);
		assert.equal(run.outcome, "ok");
		assert.deepEqual(
			parseNvidiaSmi(run.stdout).map(({ name }) => name),
			["Tesla K80"],
		);
	});

	it("says that a tool is not installed", async () => {
		for (const tool of ["nvidia-smi", "rocm-smi", "amd-smi"] as const) {
			assert.deepEqual(await platform.runTool(tool, never), { tool, outcome: "notInstalled", stdout: "" });
		}
	});

	it("gives what a tool printed before it failed", async () => {
		await tools.add("amd-smi", "echo partial; exit 3");
		assert.deepEqual(await platform.runTool("amd-smi", never), {
			tool: "amd-smi",
			outcome: "failed",
			stdout: "partial\n",
		});
	});

	it("does not wait for a tool that hangs, and ends what it started", async function () {
		this.timeout(120_000);
		const pidFile = join(tools.folder, "pid");
		await tools.add("rocm-smi", `echo early\nsleep 600 &\necho $! > ${pidFile}\nwait`);
		assert.deepEqual(await platform.runTool("rocm-smi", never), {
			tool: "rocm-smi",
			outcome: "timedOut",
			stdout: "",
		});
		const grandchild = Number(await readFile(pidFile, "utf8"));
		assert.ok(await hasEnded(grandchild), "the hung tool's own child still runs");
	});

	it("stops a tool that floods", async () => {
		await tools.add("lspci", "yes flood");
		const run = await platform.runTool("lspci", never);
		assert.equal(run.outcome, "failed");
		assert.equal(run.stdout.length, 1024 * 1024);
	});

	it("stops with the signal", async () => {
		await tools.add("amd-smi", "sleep 600");
		const abort = new AbortController();
		const run = platform.runTool("amd-smi", abort.signal);
		abort.abort();
		assert.equal((await run).outcome, "failed");
		assert.equal((await platform.runTool("amd-smi", abort.signal)).outcome, "failed");
	});

	it("knows every tool that detection asks for", async () => {
		for (const tool of probeTools) {
			assert.equal((await platform.runTool(tool, AbortSignal.abort())).tool, tool);
		}
	});

	it("tells of the machine, and makes random ids that differ", () => {
		const machine = platform.readMachine();
		assert.ok(machine && machine.memoryBytes > 0 && machine.logicalCores > 0);
		assert.match(platform.createRandomId(), /^[0-9a-f]{32}$/);
		assert.notEqual(platform.createRandomId(), platform.createRandomId());
	});

	it("takes an environment variable that is empty as not set", () => {
		const before = process.env["HF_ENDPOINT"];
		process.env["HF_ENDPOINT"] = "";
		try {
			assert.equal(platform.readEnvironment("HF_ENDPOINT"), undefined);
		} finally {
			if (before === undefined) {
				delete process.env["HF_ENDPOINT"];
			} else {
				process.env["HF_ENDPOINT"] = before;
			}
		}
	});
});

describe("the amdgpu driver's files", () => {
	it("are read by path below the root, and what is missing is left out", async () => {
		const root = await mkdtemp(join(tmpdir(), "open-models-sys-"));
		try {
			await mkdir(join(root, "class/drm/card1/device"), { recursive: true });
			await mkdir(join(root, "class/drm/card1-DP-1/device"), { recursive: true });
			await mkdir(join(root, "class/kfd/kfd/topology/nodes/1"), { recursive: true });
			await writeFile(join(root, "class/drm/card1/device/mem_info_vram_total"), "536870912\n");
			await writeFile(join(root, "class/drm/card1-DP-1/device/mem_info_vram_total"), "1\n");
			await writeFile(join(root, "class/kfd/kfd/topology/nodes/1/properties"), "device_id 5510\n");
			assert.deepEqual(Object.fromEntries(await readAmdgpuFiles(root)), {
				"class/drm/card1/device/mem_info_vram_total": "536870912\n",
				"class/kfd/kfd/topology/nodes/1/properties": "device_id 5510\n",
			});
		} finally {
			await rm(root, { recursive: true, force: true });
		}
	});

	it("are none on a machine without the driver", async () => {
		assert.equal((await readAmdgpuFiles(join(tmpdir(), "no-such-root"))).size, 0);
	});
});

/** A killed process may take a moment to be gone; a zombie whose parent is gone counts as ended. */
async function hasEnded(pid: number): Promise<boolean> {
	for (let tries = 0; tries < 40; tries++) {
		const state = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
		if (state === undefined || / [ZX] /.test(state)) {
			return true;
		}
		await wait(50);
	}
	return false;
}
