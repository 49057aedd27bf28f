import * as v from "valibot";
import type { Target } from "./target.ts";

const overridesSchema = v.record(
	v.string(),
	v.object({
		budgetBytes: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(1))),
		runtimes: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(100)))),
	}),
);

/** What the user said of detected targets, by their id: it survives the next detection. */
export type TargetOverrides = v.InferOutput<typeof overridesSchema>;

/** Reads remembered overrides; what is none gives none. */
export function parseOverrides(remembered: unknown): TargetOverrides {
	const parsed = v.safeParse(overridesSchema, remembered);
	return parsed.success ? parsed.output : {};
}

/** What of a target is the user's word. */
export function readOverride({ budgetBytes, runtimes }: Target): TargetOverrides[string] {
	return {
		...(budgetBytes === undefined ? {} : { budgetBytes }),
		...(runtimes === undefined ? {} : { runtimes: [...runtimes] }),
	};
}
