import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a tool printed, as recorded in `outputs/`. */
export function readOutput(name: string): string {
	return readFileSync(join(import.meta.dirname ?? __dirname, "outputs", name), "utf8");
}
