import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const rootDir = fileURLToPath(new URL("..", import.meta.url));

const bench = spawn(process.execPath, ["--import", "tsx", "test/bench/main.ts", ...process.argv.slice(2)], {
	cwd: rootDir,
	stdio: "inherit",
});
bench.on("exit", (code) => {
	process.exitCode = code ?? 1;
});
