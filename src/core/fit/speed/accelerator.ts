import * as v from "valibot";
import * as facts from "./accelerators.json";

/** What decides how fast an accelerator decodes. */
export interface Accelerator {
	readonly name: string;
	readonly vendor: string;
	/** Architecture's name (`Ada`, `RDNA3`, `M4`). */
	readonly family: string;
	readonly kind: string;
	/** Sizes in GB that it is sold with; empty where it uses the system's memory. */
	readonly memoryGB: readonly number[];
	/** Of its memory, in GB/s. */
	readonly bandwidthGBs: number;
	/** FP32 rate of the shaders, in TFLOPS. */
	readonly tflops: number;
}

const rowSchema = v.tuple([
	v.string(),
	v.string(),
	v.string(),
	v.string(),
	v.array(v.number()),
	v.number(),
	v.number(),
]);

const aliases: ReadonlyMap<string, string> = new Map(Object.entries(facts.aliases));
const patterns = v
	.parse(v.array(v.tuple([v.string(), v.string()])), facts.aliasPatterns)
	.map(([pattern, name]) => ({ pattern: new RegExp(pattern, "i"), name }));

/** An accelerator and the words of its name. */
interface Row {
	readonly accelerator: Accelerator;
	readonly words: ReadonlySet<string>;
}

let table: readonly Row[] | undefined;

/** Words that name makers and product lines, and that probes write or leave out. */
const fillerWords = new Set(
	"nvidia amd intel apple geforce radeon arc graphics gpu tesla instinct quadro rtx gtx rx r tm corporation advanced micro devices inc ai w generation oem dgx spark core workstation server edition with one of two dies cores".split(
		" ",
	),
);

/** Words that tell variants of one chip apart, where a name has them: memory, bus, form. */
const variantWord = /^(?:\d+gb?|pcie|sxm\d?|nvl|hbm\d?e?|active|lpddr\S*|ddr\S*|dual|\d+|strix|halo)$/;

/**
 * The accelerator that a probe or a person names, from our own table; `undefined` for one that is not in it. Of
 * variants (memory, cores) that the name does not tell apart, the one whose memory is nearest, else the slowest.
 */
export function findAccelerator(name: string, memoryGB?: number): Accelerator | undefined {
	const rows = readTable();
	const known = aliases.get(name) ?? name;
	const exact =
		rows.find(({ accelerator }) => accelerator.name === known) ??
		rows.find(({ accelerator }) => accelerator.name === findAlias(name));
	if (exact) {
		return exact.accelerator;
	}
	const matches = splitProducts(name).flatMap((product) => {
		const wanted = splitName(product);
		return rows
			.filter(({ words }) => isSame(words, wanted))
			.map(({ accelerator, words }) => ({ accelerator, shared: countShared(words, wanted) }));
	});
	return matches.sort(
		(a, b) =>
			b.shared - a.shared ||
			measureDistance(a.accelerator, memoryGB) - measureDistance(b.accelerator, memoryGB) ||
			a.accelerator.bandwidthGBs - b.accelerator.bandwidthGBs,
	)[0]?.accelerator;
}

function findAlias(name: string): string | undefined {
	return patterns.find(({ pattern }) => pattern.test(name))?.name;
}

/** PCI names have the chip's before the product's, and several products of one chip: `Navi 31 [Radeon RX 7900 XT/7900 XTX]`. */
function splitProducts(name: string): readonly string[] {
	const products = /\[([^\]]+)\]\s*$/.exec(name)?.[1];
	return products === undefined ? [name] : products.split("/");
}

function readTable(): readonly Row[] {
	table ??= v
		.parse(v.array(rowSchema), facts.accelerators)
		.map(([name, vendor, family, kind, memoryGB, bandwidthGBs, tflops]) => ({
			accelerator: { name, vendor, family, kind, memoryGB, bandwidthGBs, tflops },
			words: splitName(name),
		}));
	return table;
}

/** Words of a name; a chip's number and its suffix are words of their own (`4070ti`). */
function splitName(name: string): ReadonlySet<string> {
	const words = name
		.toLowerCase()
		.replace(/\((?:r|tm)\)|laptop gpu|mobile|max-q design/g, (word) =>
			word.startsWith("(") ? " " : " laptop ",
		)
		.replace(/\b(?:macbook|mac) (?:pro|air|mini|studio)\b|\bimac\b/g, " ")
		.replace(/\b(rtx|gtx|gt|rx|arc|radeon|geforce)(?=\d)/g, "$1 ")
		.replace(/(\d{3,})(ti|xtx|xt|gre|super)\b/g, "$1 $2")
		.replace(/\b(\d{1,2})c\b/g, "$1")
		.split(/[^a-z0-9+]+/);
	return new Set(words.filter((word) => word !== "" && !fillerWords.has(word)));
}

function isSame(known: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
	const isEssential = (word: string) => !variantWord.test(word) || isChipNumber(word);
	const essential = [...known].filter(isEssential);
	return (
		essential.length > 0 &&
		essential.every((word) => wanted.has(word)) &&
		[...wanted].every((word) => known.has(word) || !isEssential(word))
	);
}

function isChipNumber(word: string): boolean {
	return /^\d{3,4}$/.test(word);
}

function countShared(words: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
	return [...words].filter((word) => wanted.has(word)).length;
}

function measureDistance({ memoryGB }: Accelerator, wantedGB: number | undefined): number {
	return wantedGB === undefined || memoryGB.length === 0
		? 0
		: Math.min(...memoryGB.map((size) => Math.abs(Math.log(size / wantedGB))));
}
