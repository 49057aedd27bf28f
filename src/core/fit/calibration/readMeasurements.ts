import * as v from "valibot";
import type { Configuration } from "../configuration/configuration.ts";
import { type parseArchitectures, parseConfiguration } from "../configuration/parseConfigurations.ts";
import { readDecodeCase } from "../configuration/readDecodeCase.ts";
import type { NamedSample } from "./fitDecodeModel.ts";
import { hashText } from "./hashText.ts";

/** A measured total or cache and the configuration that it was measured with. Bytes. */
export interface MemoryMeasurement {
	readonly configuration: Configuration;
	readonly totalBytes?: number;
	readonly kvBytes?: number;
	/** Not to be seen by what is judged on it. */
	readonly isHeldBack: boolean;
}

/** A measured speed. */
export interface SpeedMeasurement {
	readonly sample: NamedSample;
	/** How fast its prompt was read, where that was measured too. */
	readonly prefillTps?: number;
	readonly isHeldBack: boolean;
}

const measured = v.object({
	decodeTps: v.nullish(v.number()),
	prefillTps: v.nullish(v.number()),
	totalBytes: v.nullish(v.number()),
	kvBytes: v.nullish(v.number()),
});
const rowSchema = v.object({
	id: v.string(),
	model: v.nullish(v.string()),
	architecture: v.unknown(),
	measured,
});

/**
 * One in so many accelerators, architectures, rows, and models whose memory was measured is held back. The salts,
 * of 1 to 13, are those by which it is nearest to a quarter of the speeds and of the totals.
 */
const accelerators = 10;
const architectures = 10;
const singleRows = 12;
const models = 4;
const speedSalt = 11;
const memorySalt = 3;

type Architectures = ReturnType<typeof parseArchitectures>;

/**
 * Measured speeds from rows of a collection; rows of which something needed is not known are left out. Held back are
 * whole accelerators, whole architectures and some rows of the others, by a hash of their names, the same every time.
 */
export function readSpeedMeasurements(rows: readonly unknown[], known: Architectures): SpeedMeasurement[] {
	return rows.flatMap((json) => {
		const row = v.safeParse(rowSchema, json);
		const configuration = parseConfiguration(json, known);
		const decode = configuration && readDecodeCase(configuration);
		if (!row.success || !decode) {
			return [];
		}
		const { id, architecture } = row.output;
		const { decodeTps: tokensPerSecond, prefillTps } = row.output.measured;
		if (typeof architecture !== "string" || !tokensPerSecond) {
			return [];
		}
		const isHeldBack =
			isChosen(speedSalt, decode.accelerator.name, accelerators) ||
			isChosen(speedSalt, architecture, architectures) ||
			isChosen(speedSalt, id, singleRows);
		const sample = { id, architecture, decode, tokensPerSecond };
		return [{ sample, isHeldBack, ...(prefillTps && { prefillTps }) }];
	});
}

/** Measured bytes from rows of a collection; held back are whole models, a quarter of them. */
export function readMemoryMeasurements(rows: readonly unknown[], known: Architectures): MemoryMeasurement[] {
	return rows.flatMap((json) => {
		const row = v.safeParse(rowSchema, json);
		const configuration = parseConfiguration(json, known);
		if (!row.success || !configuration) {
			return [];
		}
		const { totalBytes, kvBytes } = row.output.measured;
		return [
			{
				configuration,
				...(totalBytes && { totalBytes }),
				...(kvBytes && { kvBytes }),
				isHeldBack: isChosen(memorySalt, row.output.model ?? row.output.id, models),
			},
		];
	});
}

function isChosen(salt: number, name: string, oneIn: number): boolean {
	return hashText(`${salt} ${name}`) % oneIn === 0;
}
