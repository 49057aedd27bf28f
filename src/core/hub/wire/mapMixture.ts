import { readNameSize } from "../../model/nameSize.ts";
import facts from "./mixtureArchitectures.json" with { type: "json" };
import type { WireRow } from "./wireRow.ts";

const architectures: ReadonlySet<string> = new Set(facts.names.split(" "));
const expertKeys = ["num_experts", "n_routed_experts", "num_local_experts", "moe_num_experts"] as const;

/**
 * True when anything tells of experts: a tag, the architecture, the configuration or the name. Each of them misses most
 * mixtures by itself, so none of them tells that a model is not one: `undefined` then.
 */
export function mapMixture(row: WireRow): true | undefined {
	const architecture = row.gguf?.architecture ?? row.config?.["model_type"];
	const words = [...(row.tags ?? []), ...(typeof architecture === "string" ? [architecture] : [])];
	const isTold = words.some((word) => isMixtureWord(word.toLowerCase()));
	return isTold || hasExperts(row.config) || readNameSize(row.id).isMixture ? true : undefined;
}

/** Whether a configuration has more than one expert. */
export function hasExperts(config: Record<string, unknown> | undefined): boolean {
	return expertKeys.some((key) => {
		const experts = config?.[key];
		return typeof experts === "number" && experts > 1;
	});
}

function isMixtureWord(word: string): boolean {
	return architectures.has(word) || /(^|[_-])(moe|frankenmoe)([_-]|$)|^[a-z\d.]+moe$/.test(word);
}
