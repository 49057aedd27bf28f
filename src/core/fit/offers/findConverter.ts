import * as v from "valibot";
import converters from "./converters.json";

const convertersSchema = v.object({
	/** When it was last gone through, `YYYY-MM-DD`. */
	asOf: v.pipe(v.string(), v.isoDate()),
	converters: v.array(
		v.strictObject({
			owner: v.pipe(v.string(), v.minLength(1)),
			why: v.picklist(["makesRuntime", "makesHardware", "makesTool", "widelyUsed"]),
			/** What of: names, not words. */
			detail: v.string(),
			url: v.pipe(v.string(), v.startsWith("https://")),
		}),
	),
});

/** An organization whose quantizations of others' models are taken before those of anybody, and why. */
export type Converter = v.InferOutput<typeof convertersSchema>["converters"][number] & {
	/** From 0, the first to be taken. */
	readonly rank: number;
	readonly asOf: string;
};

let byOwner: ReadonlyMap<string, Converter> | undefined;

/** The converter that is known by an owner's name (case does not matter); `undefined` for anybody else. */
export function findConverter(owner: string): Converter | undefined {
	byOwner ??= readConverters();
	return byOwner.get(owner.toLowerCase());
}

function readConverters(): ReadonlyMap<string, Converter> {
	const { asOf, converters: list } = v.parse(convertersSchema, converters);
	return new Map(list.map((each, rank) => [each.owner.toLowerCase(), { ...each, rank, asOf }]));
}
