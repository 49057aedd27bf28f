import * as v from "valibot";

/** Parameters of a method that has none. */
export const noParams = v.object({});

/** A check of a method's parameters by their schema: what the panel sent as it was meant, or `undefined`. */
export function checkParams<Output>(
	schema: v.GenericSchema<unknown, Output>,
): (params: unknown) => Output | undefined {
	return (params) => {
		const parsed = v.safeParse(schema, params);
		return parsed.success ? parsed.output : undefined;
	};
}
