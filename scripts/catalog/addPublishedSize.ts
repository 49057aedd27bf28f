import * as v from "valibot";
import type { Figure } from "../../src/core/model/figure.ts";
import type { Model } from "../../src/core/model/model.ts";
import * as published from "./publishedSizes.json";

const amount = v.pipe(v.number(), v.minValue(1));

const schema = v.array(
	v.strictObject({
		id: v.string(),
		parameters: amount,
		active: v.exactOptional(amount),
		low: v.exactOptional(amount),
		high: v.exactOptional(amount),
		bits: v.exactOptional(v.picklist([4, 8, 16, 32])),
		source: v.pipe(v.string(), v.minLength(1)),
	}),
);

const sizes = new Map(v.parse(schema, published.models).map((row) => [row.id, row]));

/**
 * Completes a model without a size by what was published of it (`publishedSizes.json`, with sources): its parameters as
 * an estimate, and its stored width where that is told and not known. A model that has a size stays as it is.
 */
export function addPublishedSize(model: Model): Model {
	const size = sizes.get(model.repoId);
	if (size === undefined || model.parameters !== undefined) {
		return model;
	}
	const { parameters, active, low, high, bits } = size;
	const isWidthKnown = model.storedBits !== undefined || model.quantization?.bits !== undefined;
	return {
		...model,
		parameters: {
			total: {
				...estimate(parameters),
				...(low !== undefined && { low }),
				...(high !== undefined && { high }),
			},
			...(active !== undefined && { active: estimate(active) }),
		},
		...(bits !== undefined && !isWidthKnown && { storedBits: bits }),
	};
}

function estimate(value: number): Figure {
	return { value, basis: "estimated", from: "published" };
}
