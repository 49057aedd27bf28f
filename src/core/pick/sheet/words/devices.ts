import { bytesPerGiB } from "../../../hardware/memory.ts";
import type { Vendor } from "../../../hardware/target.ts";
import { vendors } from "../../../hardware/target.ts";
import type { TargetNeed } from "../requirement.ts";
import deviceTable from "./devices.json" with { type: "json" };

/** A device that was named, and where. */
export interface NamedDevice {
	readonly at: number;
	readonly end: number;
	readonly need: TargetNeed;
	/** How many of them; absent: not said. */
	readonly count?: number;
}

interface DeviceRow {
	readonly name: string;
	readonly vendor: string;
	readonly memoryGiB?: number;
}

const rows: readonly DeviceRow[] = deviceTable.devices;
/** Rented machines: a pattern of their names that catches the size, and `size:devices` of those with several. */
const machines: readonly {
	readonly name: string;
	readonly device: string;
	readonly memoryGiB?: number;
	readonly counts: string;
}[] = deviceTable.machines;
const byName: ReadonlyMap<string, DeviceRow> = new Map(rows.map((row) => [squeeze(row.name), row]));

const maker =
	"(?:nvidia[- ]|geforce[- ]|tesla[- ]|quadro[- ]|radeon[- ]|amd[- ]|intel[- ]|instinct[- ]|apple[- ]|ryzen[- ])*";
const names = [...rows]
	.sort((a, b) => b.name.length - a.name.length)
	.map(({ name }) => toPattern(name))
	.join("|");
const counts: Readonly<Record<string, number>> = {
	two: 2,
	dual: 2,
	both: 2,
	"a pair of": 2,
	"a single": 1,
	single: 1,
	one: 1,
	three: 3,
	triple: 3,
	four: 4,
	quad: 4,
	eight: 8,
};
/** "2 x 80 GB A100". */
const each = "\\d{1,3}\\s?gi?b\\s+";
const countBefore = `(?:(\\d{1,2})(?:\\s*[x×*]?\\s*|(?:\\s*[x×*]\\s*|\\s)${each})|(${Object.keys(counts).join("|")})\\s+(?:${each})?)?(?:(?:karty|karten|cartes|tarjetas|gpus?)\\s+)?`;
const countAfter =
	"(?:[- ](?:NVL|PCIE|SXM\\d?)\\b)?(?:s\\b)?(?:(?:(?:[- ]?\\d{1,3}\\s?gi?b)?\\s*[x×*:]\\s*|\\s\\((?=\\d\\)))(\\d{1,2})\\b(?!\\s*g))?";
const pattern = new RegExp(
	`(?<![\\w.-])${countBefore}${maker}(${names})(?:s\\b(?:\\s\\((\\d)\\))?|(?!\\w|\\.\\d|-?\\d+(?!\\d*\\s?gi?b?\\b))${countAfter})`,
	"gi",
);
const machinePattern = new RegExp(
	`(?<![a-z0-9])(?:standard[_ ])?(?:${machines.map(({ name }) => name.replaceAll("_", "[_ ]")).join("|")})(?![a-z0-9])`,
	"gi",
);
/** Names that other things bear too count only as what computes. */
const needsContext = /^(?:m[1-5](?: (?:pro|max|ultra))?|t4|t10|l4|l20|l40|a2|a10|a30|a40|p40|p100|h20)$/i;
const isCounted =
	/(?:^|\W)(?:an?|the|our|my|one|une?|una|eine[mnr]?|cheap|spare|used|small|single|this|2|two|4|four|8|eight|\d+ ?[x×]|old|rented) ?(?:nvidia |apple |tesla )?[ahlptm]\d+(?: (?:pro|max|ultra))?s?$/i;
const around =
	/(?<![a-z])(?:gpu|gpus|card|cards|nvidia|tesla|apple|mac\w*|mini|studio|imac|laptop|vram|cpu|gb|gib|gigs?|cuda|aws|gcp|gke|cloud|colab|kaggle|azure|free|runs?|running|on|silicon|chip|fits?|server|instance|accelerators?)\b/i;

/** "T4 or L4". */
const beside =
	/\b(?:or|and|\/) ?(?:an? )?(?:[tl]\d|[ahlv]\d{2,3})?s?\b.{0,3}(?:[tl]4|[ahlv]\d{2,3})|(?:[tl]4|[ahlv]\d{2,3})s? (?:or|and)\b/i;

/** Devices and rented machines that a text names, in order. */
export function findDevices(text: string): readonly NamedDevice[] {
	const found: NamedDevice[] = [];
	for (const match of text.matchAll(pattern)) {
		const name = match[3] ?? "";
		const row =
			byName.get(squeeze(name)) ??
			byName.get(squeeze(`raspberry ${name.replace(/^r?pi/i, "pi")}`)) ??
			byName.get(squeeze(`jetson ${name}`)) ??
			byName.get(squeeze(`rtx ${name}`)) ??
			byName.get(squeeze(`rx ${name}`));
		const vendor = vendors.find((each) => each === row?.vendor);
		const nearby = text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 30);
		const isShort =
			needsContext.test(name) &&
			!(
				/^\D/.test(name) &&
				isCounted.test(`${text.slice(Math.max(0, match.index - 12), match.index)}${match[0]}`)
			) &&
			!isAlone(text, match.index, match.index + match[0].length);
		const isType = needsContext.test(name) && /^-[a-z]{3}/i.test(text.slice(match.index + match[0].length));
		if (
			row === undefined ||
			vendor === undefined ||
			isType ||
			(isShort && !around.test(nearby) && !beside.test(nearby.replace(name, "")))
		) {
			continue;
		}
		// A suffix that the table does not have makes another card of it, of which nothing is known but the name.
		const suffix = /^[ -]?(ti super|ti|super|xtx?|gre|laptop|mobile|max-q)\b/i.exec(
			text.slice(match.index + match[0].length),
		);
		const digits = match[1] ?? match[4] ?? match[5];
		const word = (match[2] ?? "").toLowerCase();
		// "4 of our 8 A100 are free".
		const part = /(?:^|\D)(\d) of (?:our|the|my|these) $/i.exec(
			text.slice(Math.max(0, match.index - 20), match.index),
		);
		const count = part !== null ? Number(part[1]) : digits === undefined ? counts[word] : Number(digits);
		found.push({
			at: match.index,
			end: match.index + match[0].length + (suffix?.[0].length ?? 0),
			need:
				suffix === null
					? makeNeed(row, vendor, row.memoryGiB)
					: makeNeed({ ...row, name: `${row.name}${suffix[0]}` }, vendor, undefined),
			...(count === undefined || count < 1 ? {} : { count }),
		});
	}
	for (const match of text.matchAll(machinePattern)) {
		const index = match.slice(1).findIndex((size: string | undefined) => size !== undefined);
		const machine = machines[index];
		const row = byName.get(squeeze(machine?.device ?? ""));
		const size = match[index + 1]?.toLowerCase() ?? "";
		if (machine !== undefined && row !== undefined) {
			const count = Number(new RegExp(`(?:^| )${size}:(\\d+)`).exec(machine.counts)?.[1] ?? 1);
			found.push({
				at: match.index,
				end: match.index + match[0].length,
				need: makeNeed(row, "nvidia", machine.memoryGiB ?? row.memoryGiB),
				...(count > 1 ? { count } : {}),
			});
		}
	}
	return found.sort((a, b) => a.at - b.at);
}

/** Whether nothing else stands between the commas around it. */
function isAlone(text: string, at: number, end: number): boolean {
	return (
		/(?:^|[,;.?!(+/\n])\s*$/.test(text.slice(Math.max(0, at - 4), at)) &&
		/^\s*(?:$|[,;.)+/])/.test(text.slice(end, end + 4))
	);
}

function makeNeed(row: DeviceRow, vendor: Vendor, memoryGiB: number | undefined): TargetNeed {
	return {
		vendor,
		device: row.name,
		...(memoryGiB === undefined ? {} : { memoryBytes: memoryGiB * bytesPerGiB }),
	};
}

function squeeze(name: string): string {
	return name.toLowerCase().replaceAll(/[\s-]/g, "");
}

/** `RTX 4090` as people type it: with or without the series, and with any mark between. */
function toPattern(name: string): string {
	const [series = "", ...rest] = name.split(" ");
	const isSeries = /^(?:RTX|GTX|RX)$/.test(series);
	const own = (isSeries ? rest : [series, ...rest])
		.map((word) => word.replaceAll(/[+]/g, "\\+"))
		.join("[\\s-]*");
	// A bare number is a card only where it can be nothing else.
	if (series === "Raspberry") {
		return own.replace("Raspberry", "(?:Raspberry|R(?=Pi))?");
	}
	if (series === "Jetson") {
		return own.replace(/Jetson(?=.*Orin)/, "(?:Jetson)?");
	}
	return isSeries
		? /^A?\d{4}\b/.test(rest[0] ?? "") && isKnownNumber(rest.join(" "))
			? `(?:${series}[\\s-]*)?${own}`
			: /^(?:20[678]0|10[678]0|16[56]0)\b/.test(rest.join(" "))
				? `(?:${series}[\\s-]*|(?<=\\b(?:my|an?|our|one|single|old) ))${own}`
				: `${series}[\\s-]*${own}`
		: own;
}

function isKnownNumber(name: string): boolean {
	return /^(?:A[2-6][05]00$|30[6-9]0|40[5-9]0|50[6-9]0|7900 XTX?|20[678]0 Ti|1080 Ti|9070 XT|7800 XT|6800 XT)/.test(
		name,
	);
}
