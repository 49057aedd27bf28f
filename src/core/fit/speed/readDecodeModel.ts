import * as v from "valibot";
import stored from "./decodeModel.json";
import type { DecodeModel } from "./decodeModel.ts";

const storedSchema = v.object({
	constants: v.record(v.string(), v.number()),
	bands: v.record(v.string(), v.object({ low: v.number(), high: v.number() })),
});

let model: DecodeModel | undefined;

/** The constants that come with us. Source, date and the errors on what the fit did not see: `decodeModel.json`. */
export function readDecodeModel(): DecodeModel {
	if (!model) {
		const { constants, bands } = v.parse(storedSchema, stored);
		model = { constants: new Map(Object.entries(constants)), bands: new Map(Object.entries(bands)) };
	}
	return model;
}
