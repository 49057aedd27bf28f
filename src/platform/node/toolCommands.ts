import { join } from "node:path";
import type { ProbeTool } from "../platform.ts";

/** A way to run a tool: names or paths to try in order, and the arguments, all fixed. */
export interface ToolCommand {
	readonly files: readonly string[];
	/** Arguments; the next list is tried where a tool of an older release refuses one. */
	readonly attempts: readonly (readonly string[])[];
}

const windows = process.env["SystemRoot"] ?? "C:\\Windows";

/** Where drivers of display adapters note what they know; `AdapterRAM` ends at 4 GiB, `qwMemorySize` does not. */
const displayClass =
	"HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}\\0*";

const videoControllers = [
	"$sizes = @{}",
	`Get-ItemProperty '${displayClass}' -ErrorAction SilentlyContinue | Where-Object { $_.DriverDesc -and $_.'HardwareInformation.qwMemorySize' } | ForEach-Object { $sizes[$_.DriverDesc] = $_.'HardwareInformation.qwMemorySize' }`,
	"Get-CimInstance Win32_VideoController | Select-Object Name,AdapterRAM,PNPDeviceID,@{ Name = 'MemorySize'; Expression = { $sizes[$_.Name] } } | ConvertTo-Json -Compress",
].join("; ");

/** What each probing tool is called, where it is when `PATH` does not say, and with which arguments it is run. */
export const toolCommands: Readonly<Record<ProbeTool, ToolCommand>> = {
	"nvidia-smi": {
		files: ["nvidia-smi", "/usr/lib/wsl/lib/nvidia-smi", join(windows, "System32", "nvidia-smi.exe")],
		attempts: [
			["--query-gpu=name,memory.total,compute_cap", "--format=csv,noheader,nounits"],
			["--query-gpu=name,memory.total", "--format=csv,noheader,nounits"],
		],
	},
	"rocm-smi": {
		files: ["rocm-smi", "/opt/rocm/bin/rocm-smi"],
		attempts: [["--showproductname", "--showmeminfo", "vram", "--json"]],
	},
	"amd-smi": { files: ["amd-smi", "/opt/rocm/bin/amd-smi"], attempts: [["static", "--json"]] },
	lspci: { files: ["lspci", "/usr/sbin/lspci", "/usr/bin/lspci"], attempts: [["-mm", "-nn"]] },
	"powershell-video": {
		files: [join(windows, "System32", "WindowsPowerShell", "v1.0", "powershell.exe"), "powershell", "pwsh"],
		attempts: [["-NoProfile", "-NonInteractive", "-Command", videoControllers]],
	},
	system_profiler: {
		files: ["/usr/sbin/system_profiler", "system_profiler"],
		attempts: [["SPDisplaysDataType", "-json"]],
	},
	"sysctl-memory": {
		files: ["/usr/sbin/sysctl", "sysctl"],
		attempts: [["hw.memsize", "iogpu.wired_limit_mb"]],
	},
};
