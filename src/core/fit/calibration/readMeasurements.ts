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
	readonly isHeldBack: boolean;
}

const measured = v.object({
	decodeTps: v.nullish(v.number()),
	totalBytes: v.nullish(v.number()),
	kvBytes: v.nullish(v.number()),
});
const rowSchema = v.object({
	id: v.string(),
	model: v.nullish(v.string()),
	architecture: v.unknown(),
	measured,
});

/** One in so many accelerators, architectures and rows is held back: together about a quarter of the rows. */
const accelerators = 10;
const architectures = 10;
const singleRows = 12;

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
		const tokensPerSecond = row.output.measured.decodeTps;
		if (typeof architecture !== "string" || !tokensPerSecond) {
			return [];
		}
		const isHeldBack =
			hashText(`accelerator ${decode.accelerator.name}`) % accelerators === 0 ||
			hashText(`architecture ${architecture}`) % architectures === 0 ||
			hashText(`row ${id}`) % singleRows === 0;
		return [{ sample: { id, architecture, decode, tokensPerSecond }, isHeldBack }];
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
				isHeldBack: hashText(`model ${row.output.model ?? row.output.id}`) % 4 === 0,
			},
		];
	});
}
