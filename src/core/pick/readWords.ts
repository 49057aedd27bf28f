import type { Vendor } from "../hardware/target.ts";
import { findLanguages } from "./naturalLanguages.ts";
import { findWords, makeSearchable } from "./wordMatch.ts";
import type { HardwareNeed, LicenseNeed } from "./workloadGuess.ts";
import { type WorkloadPreset, workloadPresets } from "./workloads.ts";

/** Something that was understood, and the words that said it. */
export interface Understood<T> {
	readonly value: T;
	readonly text: string;
}

const gibibyte = 1024 ** 3;

/** The preset whose words fill most of a text; in a tie the first. */
export function readPreset(text: string): Understood<WorkloadPreset> | undefined {
	const searchable = makeSearchable(text);
	let best: (Understood<WorkloadPreset> & { readonly length: number }) | undefined;
	for (const preset of workloadPresets) {
		const found = preset.words.flatMap((phrase) => findWords(searchable, phrase)?.text ?? []);
		const length = found.reduce((sum, words) => sum + words.length, 0);
		if (length > (best?.length ?? 0)) {
			best = { value: preset, text: found.join(", "), length };
		}
	}
	return best;
}

/** The natural languages that a text names, in English or in their own words, in order. */
export function readLanguages(text: string): Understood<readonly string[]> | undefined {
	const found = findLanguages(makeSearchable(text));
	return found.length === 0
		? undefined
		: { value: found.map(({ code }) => code), text: found.map((each) => each.text).join(", ") };
}

/** Ids beat classes; words for a use that every license allows ask for nothing. */
const licenseRules: readonly (readonly [RegExp, LicenseNeed | undefined])[] = [
	[/\bapache(?:[- ]?(?:license)?[- ]?2(?:\.0)?)?\b/i, { licenseIds: ["apache-2.0"] }],
	[/\bMIT\b|\bmit[- ]licen[sc]ed?\b/, { licenseIds: ["mit"] }],
	[/\bbsd\b/i, { licenseIds: ["bsd-3-clause", "bsd-2-clause", "bsd"] }],
	[/\bnon-?commercial\b|\bresearch only\b|\bhobby\b|\bpersonal (?:use|project)\b/i, undefined],
	[/\bpermissive(?:ly)?\b|\bopen[- ]source\b|\bOSI\b/i, { licenseClasses: ["permissive"] }],
	[
		/\bcommercial(?:ly)?\b|\bto ship\b|\bin our product\b|\bto sell\b/i,
		{ licenseClasses: ["permissive", "conditions"] },
	],
];

/** The license that a text asks for. */
export function readLicense(text: string): Understood<LicenseNeed> | undefined {
	const ids: string[] = [];
	const words: string[] = [];
	for (const [pattern, need] of licenseRules) {
		const match = pattern.exec(text)?.[0];
		if (match === undefined) {
			continue;
		}
		if (need?.licenseIds !== undefined) {
			ids.push(...need.licenseIds);
			words.push(match);
		} else if (ids.length > 0 || need === undefined) {
			break;
		} else {
			return { value: need, text: match };
		}
	}
	return ids.length === 0 ? undefined : { value: { licenseIds: ids }, text: words.join(", ") };
}

const vendorRules: readonly (readonly [Vendor, RegExp])[] = [
	[
		"amd",
		/\bAMD\b|\bradeon\b|\brocm\b|\bMI[23]\d\dX?\b|\bRX ?[5-9]\d{3}(?: ?XTX?)?\b|\bstrix halo\b|\bryzen ai\b/i,
	],
	[
		"nvidia",
		/\bnvidia\b|\bgeforce\b|\bcuda\b|\bRTX ?\w*\b|\bGTX ?\d+\b|\bquadro\b|\b[AHBLT](?:4|10|20|30|40|100|200)S?\b|\bjetson\b/i,
	],
	[
		"apple",
		/\bapple silicon\b|\bmacbook\b|\bmac (?:mini|studio|pro)\b|\bon (?:a|my) mac\b|\bM[1-5](?: (?:pro|max|ultra))?\b(?=.*\b(?:mac|gb|apple|chip))/i,
	],
	["intel", /\bintel arc\b|\barc [AB]\d{3}\b|\bintel (?:gpu|graphics)\b/i],
	["cpu", /\bcpu\b|\bwithout a gpu\b|\bno gpu\b|\bprocessor only\b/i],
];

const memoryPattern =
	/(?<![\d.,])(\d+(?:[.,]\d+)?)\s*(?:gb|gib|gigs?|gigabytes?)\b(\s+(?:of\s+)?(?:system\s+)?(?:ram|disk|storage|download))?/gi;

/**
 * The vendor and the memory that a text names. Of several sizes the first that is not the system's is the
 * card's.
 */
export function readHardware(text: string): Understood<HardwareNeed> | undefined {
	const vendor = vendorRules.flatMap(([name, pattern]) => {
		const match = pattern.exec(text);
		return match === null ? [] : [{ name, text: match[0] }];
	})[0];
	const sizes = [...text.matchAll(memoryPattern)];
	const size = sizes.find((match) => match[2] === undefined) ?? sizes[0];
	const memoryGiB = size?.[1] === undefined ? 0 : Number(size[1].replace(",", "."));
	if (vendor === undefined && memoryGiB <= 0) {
		return undefined;
	}
	return {
		value: {
			...(vendor === undefined ? {} : { vendor: vendor.name }),
			...(memoryGiB > 0 ? { memoryBytes: memoryGiB * gibibyte } : {}),
		},
		text: [vendor?.text, memoryGiB > 0 ? size?.[0] : undefined]
			.filter((each) => each !== undefined)
			.join(", "),
	};
}

const contextPattern =
	/(?<![\d.,])(\d+(?:[.,]\d{3})*|\d+(?:\.\d+)?)\s*(k|m)?[- ]?(?:tokens?|context|ctx)\b|\bcontext(?: length| window)?(?: of)?\s+(\d+(?:[.,]\d{3})*)\s*(k|m)?\b/i;

/** Tokens of context that a text asks for; `16k` is 16,384. */
export function readContext(text: string): Understood<number> | undefined {
	const match = contextPattern.exec(text);
	const digits = match?.[1] ?? match?.[3];
	if (match === null || digits === undefined) {
		return undefined;
	}
	const unit = (match[2] ?? match[4] ?? "").toLowerCase();
	const value =
		Number(digits.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, "")) *
		(unit === "k" ? 1024 : unit === "m" ? 1024 ** 2 : 1);
	return value >= 16 && value <= 10_000_000 ? { value: Math.round(value), text: match[0].trim() } : undefined;
}
