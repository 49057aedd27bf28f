import * as v from "valibot";
import { bytesPerGiB } from "./memory.ts";
import presets from "./presets.json";
import { type Target, vendors } from "./target.ts";

const presetsSchema = v.object({
	asOf: v.pipe(v.string(), v.isoDate()),
	presets: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			vendor: v.picklist(vendors),
			memoryGiB: v.number(),
			isUnified: v.optional(v.boolean()),
			computeCapability: v.optional(v.string()),
			gfxVersion: v.optional(v.string()),
			/** Where it is not that of the vendor's others. */
			source: v.optional(v.string()),
		}),
	),
});

/**
 * Well-known hardware that a person may add by name, by vendor and memory. One device each: a card that the system
 * sees as two (MI250) is given as one of them. Unified memory is the machine's whole memory. Makers' sizes are named
 * in GB and taken as GiB, as makers of accelerators mean them. Ids are stable (`preset:rtx-4090`).
 */
export function listPresets(): Target[] {
	const { asOf, presets: rows } = v.parse(presetsSchema, presets);
	return rows.map(({ id, name, vendor, memoryGiB, isUnified, computeCapability, gfxVersion }) => {
		const memoryBytes = memoryGiB * bytesPerGiB;
		return {
			id: `preset:${id}`,
			name,
			vendor,
			devices: [
				{
					name,
					vendor,
					memoryBytes,
					...(isUnified !== undefined && { isUnified }),
					...(computeCapability !== undefined && { computeCapability }),
					...(gfxVersion !== undefined && { gfxVersion }),
				},
			],
			...((isUnified || vendor === "cpu") && { systemMemoryBytes: memoryBytes }),
			origin: "preset",
			asOfMs: Date.parse(asOf),
		};
	});
}
