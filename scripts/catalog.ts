import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Derivatives, Reading } from "../src/core/adoption/derivatives.ts";
import { encodeSnapshot, type Snapshot } from "../src/core/catalog/snapshot.ts";
import { HubClient } from "../src/core/hub/hubClient.ts";
import type { Model } from "../src/core/model/model.ts";
import { addPublishedSize } from "./catalog/addPublishedSize.ts";
import { readCountedSizes } from "./catalog/readCountedSizes.ts";
import { readDetails, readRecordedDetails } from "./catalog/readDetails.ts";
import { readListDates } from "./catalog/readListDates.ts";
import { readPool, readRecordedPool } from "./catalog/readPool.ts";
import { selectModels } from "./catalog/selectModels.ts";
import { readReadings } from "./catalog/thinReadings.ts";
import { wellKnownModels } from "./catalog/wellKnownModels.ts";

const usage = `Usage: npm run catalog -- [options]
  --hub URL        the Hub to read (default: https://huggingface.co)
  --out FILE       where to write (default: media/catalog.json)
  --limit N        how many models at most (default: 500)
  --as-of DATE     the date of the facts, where the Hub serves recordings (default: now)
  --sample         the Hub holds a sample: derivatives are counted within it, and what it makes up is left out
  --dates FILE     a recorded list that is of another date: { fetchedAt, models: [{ id, downloads }] }
  --sizes FILE     parameters that others read from the Hub, where it tells none: [{ name, parameters_raw }]
  --readings FILE  dated readings, one JSON object a line: { id, t, dl30, likes, trend }`;

const mostReadings = 24;

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

async function main(): Promise<void> {
	const options = readOptions();
	const client = makeClient(options.hub);
	const isSample = options.sample;
	const pool = isSample ? await readRecordedPool(client) : await readPool(client, wellKnownModels);
	const chosen = selectModels(pool, wellKnownModels, options.limit);
	console.error(`${pool.length} models read, ${chosen.length} chosen`);
	const models: Model[] = [];
	const derivatives = new Map<string, Derivatives>();
	const readDate = options.dates === undefined ? undefined : await readListDates(options.dates);
	const addSize = options.sizes === undefined ? undefined : await readCountedSizes(options.sizes);
	for (const listed of chosen) {
		const details = isSample ? await readRecordedDetails(client, listed) : await readDetails(client, listed);
		// A run takes minutes: one date tells it.
		const model = addPublishedSize(addSize?.(details.model) ?? details.model);
		models.push({ ...model, readAtMs: readDate?.(listed) ?? options.asOfMs });
		derivatives.set(details.model.repoId, { ...details.derivatives, readAtMs: options.asOfMs });
	}
	const readings = options.readings === undefined ? [] : await readReadings(options.readings, mostReadings);
	const snapshot: Snapshot = {
		factsAtMs: options.asOfMs,
		source: isSample ? "recorded" : "hub",
		...(isSample ? { scopeSize: pool.length } : {}),
		models,
		derivatives,
		readings: new Map<string, readonly Reading[]>(readings),
	};
	const text = formatSnapshot(snapshot);
	await writeFile(options.out, text);
	console.error(`${options.out}: ${models.length} models, ${(text.length / 1000).toFixed(0)} kB`);
}

/** One field a line. */
function formatSnapshot(snapshot: Snapshot): string {
	const { columns, ...header } = encodeSnapshot(snapshot);
	const head = JSON.stringify(header).slice(0, -1);
	const lines = Object.entries(columns).map((entry) => entry.map((part) => JSON.stringify(part)).join(":"));
	return `${head},"columns":{\n${lines.join(",\n")}\n}}\n`;
}

function makeClient(endpoint: string): HubClient {
	return new HubClient({
		endpoint,
		fetch: globalThis.fetch,
		readToken: async () => process.env["HF_TOKEN"],
		now: Date.now,
		sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
		random: Math.random,
		userAgent: "open-models-catalog",
		timeoutMs: 60_000,
	});
}

interface Options {
	readonly hub: string;
	readonly out: string;
	readonly limit: number;
	readonly asOfMs: number;
	readonly sample: boolean;
	readonly dates: string | undefined;
	readonly sizes: string | undefined;
	readonly readings: string | undefined;
}

function readOptions(): Options {
	const { values } = parseArgs({
		options: {
			hub: { type: "string", default: "https://huggingface.co" },
			out: { type: "string", default: "media/catalog.json" },
			limit: { type: "string", default: "500" },
			"as-of": { type: "string" },
			sample: { type: "boolean", default: false },
			dates: { type: "string" },
			sizes: { type: "string" },
			readings: { type: "string" },
		},
	});
	const { hub, out, sample, dates, sizes, readings } = values;
	const limit = Number(values.limit);
	const asOf = values["as-of"];
	const asOfMs = asOf === undefined ? Date.now() : Date.parse(asOf);
	if (!Number.isInteger(limit) || limit < 1 || Number.isNaN(asOfMs)) {
		throw new Error(usage);
	}
	return { hub, out, limit, asOfMs, sample, dates, sizes, readings };
}
