import { type ChildProcess, spawn } from "node:child_process";
import { dirname } from "node:path";
import type { ToolRun } from "../platform.ts";

/** A driver that hangs holds its tools too: this is how long a person would wait for a list to appear. */
const timeLimitMs = 3000;

/** No tool prints more about a machine's devices. */
const maxOutputBytes = 1024 * 1024;

/**
 * Runs one program, without a shell and with its own process group, and gives what it printed. Over the time limit
 * it is killed with everything that it started, and not waited for: a process that is stuck in a driver cannot die.
 * Output beyond 1 MiB, a signal, an exit code and an abort are `failed`. Never rejects.
 */
export function runProgram(
	file: string,
	args: readonly string[],
	signal: AbortSignal,
): Promise<Omit<ToolRun, "tool">> {
	if (signal.aborted) {
		return Promise.resolve({ outcome: "failed", stdout: "" });
	}
	return new Promise((resolve) => {
		// Windows looks for programs in the working directory first: it must not be the workspace.
		const child = spawn(file, args, {
			cwd: dirname(process.execPath),
			detached: process.platform !== "win32",
			stdio: ["ignore", "pipe", "ignore"],
			windowsHide: true,
		});
		const chunks: Buffer[] = [];
		let sizeBytes = 0;
		const finish = (outcome: ToolRun["outcome"], isRunning: boolean): void => {
			clearTimeout(timer);
			signal.removeEventListener("abort", abort);
			if (isRunning) {
				killGroup(child);
				child.stdout?.destroy();
				child.unref();
			}
			const hasOutput = outcome === "ok" || outcome === "failed";
			resolve({ outcome, stdout: hasOutput ? Buffer.concat(chunks).toString("utf8") : "" });
		};
		const abort = (): void => finish("failed", true);
		const timer = setTimeout(() => finish("timedOut", true), timeLimitMs);
		signal.addEventListener("abort", abort);
		child.stdout?.on("data", (chunk: Buffer) => {
			chunks.push(chunk.subarray(0, maxOutputBytes - sizeBytes));
			sizeBytes += chunk.length;
			if (sizeBytes > maxOutputBytes) {
				finish("failed", true);
			}
		});
		child.on("error", (error) => finish(isMissing(error) ? "notInstalled" : "failed", false));
		child.on("close", (code) => finish(code === 0 ? "ok" : "failed", false));
	});
}

function isMissing(error: Error): boolean {
	return "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function killGroup(child: ChildProcess): void {
	try {
		if (process.platform !== "win32" && child.pid !== undefined) {
			process.kill(-child.pid, "SIGKILL");
		} else {
			child.kill("SIGKILL");
		}
	} catch {
		// It ended by itself meanwhile.
	}
}
