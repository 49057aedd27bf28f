/** The sizes that a repository's name tells. */
export interface NameSize {
	/** Parameters in units. */
	readonly total?: number;
	/** Parameters used per token. */
	readonly active?: number;
	/** `8x7B`: experts, which share layers, so that the total is at most their product. */
	readonly isProduct: boolean;
	/** The name tells of experts. */
	readonly isMixture: boolean;
}

/** `8B`, `270m`, `1.5B`, `8x7B`; not `A3B`, `E4B`, `4bit`, `v3.1b`. */
const sizePattern =
	/(?:(?<![a-z\d])|(?<=[a-z])(?=\d+x))(?<!\d\.)(?:(\d{1,3})x)?(\d{1,4}(?:\.\d{1,2})?)([bm])(?![a-z\d])/gi;
/** `internlm2_5-1_8b`; in `Llama_3_8B` the 3 is a version. */
const underscorePattern = /(?<=^|-)(\d)_(\d{1,2})b(?![a-z\d])/i;
/** `bloom-1b7`. */
const bloomPattern = /(?<![a-z\d.])(\d)b(\d)(?![a-z\d])/i;
/** `30B-A3B`. */
const activePattern = /(?<![a-z\d])A(\d{1,3}(?:\.\d{1,2})?)B(?![a-z\d])/i;
/** Llama 4: `17B-128E` is 17 B active and 128 experts. */
const expertsPattern = /(?<![a-z\d.])(\d{1,3})B-\d{1,3}E(?![a-z\d])/i;
/** One million alone is a context length or an amount of data. */
const smallestMillions = 10;

/**
 * Reads the size from a repository id, the way people write it. A name is a claim: it serves to check what was
 * counted, and as an estimate where nothing was.
 */
export function readNameSize(repoId: string): NameSize {
	const name = repoId.slice(repoId.indexOf("/") + 1);
	const activeBillions = activePattern.exec(name)?.[1];
	const isMoeName = /(?<![a-z])(?:frankenmoe|moe)(?![a-z])|moe-|\d+x\d+(?:\.\d+)?b/i.test(name);
	const llama4 = expertsPattern.exec(name)?.[1];
	if (llama4 !== undefined) {
		return { active: Number(llama4) * 1e9, isProduct: false, isMixture: true };
	}
	const sizes = readSizes(name);
	const largest = sizes.reduce<Size | undefined>(
		(best, size) => (size.value > (best?.value ?? 0) ? size : best),
		undefined,
	);
	const isPair = activeBillions === undefined && isMoeName && sizes.length === 2;
	const smallest = isPair ? Math.min(...sizes.map((size) => size.value)) : undefined;
	const active = activeBillions === undefined ? smallest : Number(activeBillions) * 1e9;
	return {
		...(largest === undefined ? {} : { total: largest.value }),
		...(active === undefined || active === largest?.value ? {} : { active }),
		isProduct: largest?.isProduct ?? false,
		isMixture: isMoeName || activeBillions !== undefined,
	};
}

interface Size {
	readonly value: number;
	readonly isProduct: boolean;
}

function readSizes(name: string): readonly Size[] {
	const underscored = underscorePattern.exec(name) ?? bloomPattern.exec(name);
	if (underscored !== null) {
		return [{ value: Number(`${underscored[1]}.${underscored[2]}`) * 1e9, isProduct: false }];
	}
	return [...name.matchAll(sizePattern)].flatMap(([, experts, digits, unit]) => {
		const isBillions = unit?.toLowerCase() === "b";
		const size = Number(digits);
		if (size === 0 || (!isBillions && size < smallestMillions)) {
			return [];
		}
		return [
			{
				value: Math.round(size * (isBillions ? 1e9 : 1e6)) * Number(experts ?? 1),
				isProduct: experts !== undefined,
			},
		];
	});
}
