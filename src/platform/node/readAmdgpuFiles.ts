import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Files of the drivers are a page or less; anything longer is not one of them. */
const maxFileBytes = 64 * 1024;

const deviceFiles = ["mem_info_vram_total", "mem_info_gtt_total", "vendor", "device", "product_name"];

/**
 * What the amdgpu and kfd drivers tell of each device, by path below the root. What is missing or cannot be read is
 * left out: most machines have none of it. Never rejects.
 */
export async function readAmdgpuFiles(root = "/sys"): Promise<ReadonlyMap<string, string>> {
	const [cards, nodes] = await Promise.all([
		listNames(join(root, "class/drm"), /^card\d+$/),
		listNames(join(root, "class/kfd/kfd/topology/nodes"), /^\d+$/),
	]);
	const paths = [
		...cards.flatMap((card) => deviceFiles.map((file) => `class/drm/${card}/device/${file}`)),
		...nodes.map((node) => `class/kfd/kfd/topology/nodes/${node}/properties`),
	];
	const texts = await Promise.all(paths.map((path) => readStart(join(root, path))));
	const files = new Map<string, string>();
	for (const [index, path] of paths.entries()) {
		const text = texts[index];
		if (text !== undefined) {
			files.set(path, text);
		}
	}
	return files;
}

async function listNames(folder: string, pattern: RegExp): Promise<string[]> {
	try {
		const names = await readdir(folder);
		return names.filter((name) => pattern.test(name)).slice(0, 64);
	} catch {
		return [];
	}
}

async function readStart(path: string): Promise<string | undefined> {
	try {
		const file = await open(path, "r");
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(maxFileBytes), 0, maxFileBytes, 0);
			return buffer.toString("utf8", 0, bytesRead);
		} finally {
			await file.close();
		}
	} catch {
		return undefined;
	}
}
