import { join } from "node:path";
import { type HubServer, startHub } from "../hub/hubServer.ts";
import { isThere } from "../workbench/isThere.mjs";
import { checkoutDir } from "../workbench/openWorkbench.ts";

const recordedDir = join(checkoutDir, "../shared/hub");

/** A Hub of real recorded models where they lie beside the checkout, else of the set in it. */
export async function startBestHub(): Promise<HubServer> {
	const dataPaths = [join(recordedDir, "models.jsonl"), join(recordedDir, "trending.json")];
	return (await isThere(dataPaths[0] ?? ""))
		? startHub({ dataPaths, configsPath: join(recordedDir, "configs.json") })
		: startHub();
}
