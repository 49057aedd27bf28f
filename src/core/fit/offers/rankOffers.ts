import type { Vendor } from "../../hardware/target.ts";
import type { Model } from "../../model/model.ts";
import { parseRepoId } from "../../model/repoId.ts";
import type { Standing } from "../../model/standing.ts";
import { findConverter } from "./findConverter.ts";

/** Where the files of a quantization run, by kind; what is left out runs on anything. */
const kindVendors: Readonly<Record<string, readonly Vendor[]>> = {
	mlx: ["apple"],
	tensors: ["nvidia", "amd", "intel"],
	openvino: ["intel", "cpu"],
	coreml: ["apple"],
};

/** Whose a quantization of a model is. */
export function findStanding(model: Pick<Model, "repoId">, quantization: Pick<Model, "repoId">): Standing {
	const maker = parseRepoId(model.repoId)?.owner;
	const owner = parseRepoId(quantization.repoId)?.owner;
	if (owner !== undefined && owner === maker) {
		return "maker";
	}
	return owner !== undefined && findConverter(owner) ? "trusted" : "other";
}

/**
 * Quantizations of a model in the order in which their files are worth reading, for hardware of these vendors (none:
 * any): one of each kind of file in turn, kinds that run there first; within a kind what its makers and trusted
 * converters made before what others did, then the most downloaded. Gated, disabled and private ones are left out.
 */
export function rankOffers(
	model: Pick<Model, "repoId">,
	quantizations: readonly Model[],
	vendors: readonly Vendor[],
): readonly Model[] {
	const kinds = new Map<string, { readonly model: Model; readonly trust: number }[]>();
	for (const each of quantizations) {
		if (each.isDisabled || each.isPrivate || (each.gating !== undefined && each.gating !== "open")) {
			continue;
		}
		const kind = readKind(each);
		const known = kinds.get(kind) ?? [];
		known.push({ model: each, trust: measureTrust(model, each) });
		kinds.set(kind, known);
	}
	const runsHere = (kind: string): boolean =>
		vendors.length === 0 || (kindVendors[kind] ?? vendors).some((vendor) => vendors.includes(vendor));
	const rows = [...kinds].map(([kind, members]) => ({
		isUsable: runsHere(kind),
		// What runs anywhere comes before what needs one vendor's software.
		isPlain: kind === "gguf",
		members: members.sort((a, b) => a.trust - b.trust || compareUse(a.model, b.model)),
	}));
	const turns = rows.flatMap(({ isUsable, isPlain, members }) =>
		members.map((member, turn) => ({ ...member, isUsable, isPlain, turn })),
	);
	return turns
		.sort(
			(a, b) =>
				Number(b.isUsable) - Number(a.isUsable) ||
				Number(a.trust >= strangers) - Number(b.trust >= strangers) ||
				a.turn - b.turn ||
				Number(b.isPlain) - Number(a.isPlain) ||
				a.trust - b.trust ||
				compareUse(a.model, b.model),
		)
		.map((each) => each.model);
}

const strangers = 1000;

/** 0 for the makers' own, then the converters in their order, then everybody else alike. */
function measureTrust(model: Pick<Model, "repoId">, quantization: Model): number {
	if (findStanding(model, quantization) === "maker") {
		return 0;
	}
	const rank = findConverter(parseRepoId(quantization.repoId)?.owner ?? "")?.rank;
	return rank === undefined ? strangers : rank + 1;
}

function compareUse(a: Model, b: Model): number {
	return (b.counters.downloads30d ?? -1) - (a.counters.downloads30d ?? -1) || (a.repoId < b.repoId ? -1 : 1);
}

function readKind({ formats, quantization }: Model): string {
	if (formats.includes("gguf") || quantization?.method === "gguf") {
		return "gguf";
	}
	if (formats.includes("mlx") || quantization?.method === "mlx") {
		return "mlx";
	}
	const [format = "tensors"] = formats;
	return format === "safetensors" || format === "pytorch" ? "tensors" : format;
}
