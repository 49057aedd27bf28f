import type { Vendor } from "../../../hardware/target.ts";
import type { Strength, TargetNeed } from "../requirement.ts";
import { findDevices } from "../words/devices.ts";
import type { Clue } from "./clue.ts";
import { lineAt, placeOf, placeOfValue } from "./clue.ts";
import type { CodeText } from "./codeText.ts";
import table from "./libraries.json" with { type: "json" };

/** Something that is said of the machine; all that a file says is of one. */
interface Fact {
	readonly need: TargetNeed;
	readonly strength: Strength;
	readonly at: number;
	readonly weight: number;
	/** How many devices a rented machine has: all of them, unless fewer are asked for. */
	readonly has?: number | undefined;
}

/** Settings that name an accelerator. */
const accelerators =
	/(?:accelerator_type|gke-accelerator|gpu\.product(?:-name)?|gpu[-_.]?type|accelerators?|\bgpu|instance[-_]?type|machine[-_]?type|instanceType|hardware|sku|node\.kubernetes\.io\/instance-type|gpu_name|resource_class|flavor|GPU)["']?(?:\s*[:=]\s*|(?<=--[\w-]+)\s+|(?<=set_accelerator_type)\()["'{[]?\s*["']?([\w.+:-]*(?: [\w.+:-]+){0,3})/g;
/** The same as what nodes must have: one of one. */
const affinity =
	/\bkey:\s*["']?(?:[\w./-]*(?:gpu\.product|accelerator|instance-type|gpu-type|gpu))["']?\s+operator:\s*["']?In["']?\s+values:\s*(?:\[\s*["']?([\w.+-]+)["']?\s*\]|-\s*["']?([\w.+-]+)["']?(?!\s*\n\s*-\s*["']?[\w.+-]+["']?\s*\n))/g;
/** Names of rented machines, which say more than the card in them. */
const isMachine = /\.(?:\d*x?large|metal)\b|_v\d$|gpu-\d+g|standard-\d/i;
/** Several of which any will do: `accelerators: {L4:1, A10G:1}`. */
const isChoice = /^[\w.-]+["']?\s*[:=]\s*[{[][^\]}]*,[^\]}]*[\]}]/;
const modalGpu = /\bgpu\s*=\s*(?:modal\.)?gpu\.([A-Z]\w+)\(([^)]*)\)/g;
const vendorRules: readonly (readonly [Vendor, Strength, number, RegExp])[] = [
	["nvidia", "must", 3, /\bnvidia\.com\/(?:gpu|mig-[\w.]+)["']?\s*:\s*["']?(\d+)?/g],
	["amd", "must", 3, /["']?amd\.com\/gpu["']?\s*:\s*["']?(\d+)?/g],
	["intel", "must", 3, /["']?gpu\.intel\.com\/\w+["']?\s*:\s*["']?(\d+)?/g],
	[
		"nvidia",
		"must",
		3,
		/\bdriver:\s*["']?nvidia["']?|^\s*runtime(?:ClassName)?:\s*["']?nvidia\b|^\s*gpus:\s*["']?(?:all|[1-9])\b|\bcapabilities:\s*\[\s*["']?gpu\b|--gpus[ =]["']{0,3}(?:all|\d|device)|--device[ =]nvidia\.com\/gpu|\bnvidia\.com\/gpu\.present["']?\s*:\s*["']?true|--runtime[ =]nvidia/gm,
	],
	[
		"amd",
		"prefer",
		2,
		/download\.pytorch\.org\/whl\/rocm[\d.]*|\brocm\/[\w-]+|:[\w.-]*rocm\b|\/dev\/kfd\b|\bHIP_VISIBLE_DEVICES\b/g,
	],
	[
		"nvidia",
		"prefer",
		2,
		/download\.pytorch\.org\/whl\/cu\d+|\bnvidia\/cuda:|\bpytorch-cuda\b|\bcudatoolkit\b|\bcupy-cuda\d+x?\b|(?:FROM|image:)\s[^\s#]*:[\w.-]*cuda\b|nvcr\.io\/nvidia\/|\bCUDA_VISIBLE_DEVICES\b|\btorch\w*==[\w.]+\+cu\d+/g,
	],
	[
		"cpu",
		"prefer",
		2,
		/download\.pytorch\.org\/whl\/cpu\b|\btorch\w*==[\w.]+\+cpu\b|\bn_gpu_layers\s*=\s*0\b|(?:--n-gpu-layers|--gpu-layers|-ngl)["'\s=,]+0\b|(?:text-embeddings-inference|localai\/localai|llama\.cpp|speaches|faster-whisper-server)[^\s"']*:[\w.-]*\bcpu\b/g,
	],
	[
		"nvidia",
		"prefer",
		1,
		/\b(?:device|device_map|DEVICE|torch_device)["']?(?:\s*:\s*\w+)?\s*[=:]\s*(?:\w+\.getenv\(\s*["']\w+["'],\s*)?(?:torch\.device\(\s*)?["'](?:cuda|gpu)(?::\d)?["']|\.to\(\s*(?:device\s*=\s*)?(?:torch\.device\(\s*)?["']cuda(?::\d)?["']|\.cuda\(\s*\)|(?<=\bpipeline\([^()]{0,300})\bdevice\s*=\s*[0-7]\b|\b(?:\w+_)?DEVICE=["']?cuda\b|["']--device["'][^()\n]{0,60}\bdefault\s*=\s*["']cuda|["']CUDAExecutionProvider["']|\bgpu["']?\s*:\s*["']cuda["']/g,
	],
	[
		"apple",
		"prefer",
		1,
		/\b(?:device|device_map|DEVICE)["']?\s*[=:]\s*(?:torch\.device\(\s*)?["']mps["']|\.to\(\s*["']mps["']|\bgpu["']?\s*:\s*["']metal["']|\bmlx[_-](?:lm|vlm|whisper|audio)\b|["']CoreMLExecutionProvider["']/g,
	],
	[
		"cpu",
		"prefer",
		1,
		/\b(?:device|device_map|DEVICE)["']?(?:\s*:\s*\w+)?\s*[=:]\s*(?:\w+\.getenv\(\s*["']\w+["'],\s*)?(?:torch\.device\(\s*)?["']cpu["']|\bdevice\s*=\s*-1\b|\b(?:\w+_)?DEVICE=["']?cpu\b|["']--device["'][^()\n]{0,60}\bdefault\s*=\s*["']cpu["']|["']CPUExecutionProvider["']/g,
	],
];
const countRules: readonly RegExp[] = [
	/(?:--?(?:tp|tp-size)|(?:--)?\b(?:tensor[-_]parallel[-_](?:size|degree)|tensorParallelSize|num[-_]shard|NUM_SHARD|tp_size|SM_NUM_GPUS))["']?(?:\s*[=:,]\s*|\s+)(?:-\s+)?(?:value:\s*)?(?:\w[\w.]*\(\s*)?["']?(?:\$\{\w+:-)?(\d{1,2})\b/g,
	/\b(?:CUDA|HIP|ROCR|NVIDIA)_VISIBLE_DEVICES["']?\]?(?:\s*[=:,]\s*|\s*\n\s*value:\s*)["']?(\d(?:\s*,\s*\d+)+)/g,
];

/** The machine that a file, or what counts of it, asks for: what it says of it, put together. */
export function readMachines(text: CodeText, counts = (_at: number): boolean => true): readonly Clue[] {
	const facts = findFacts(text)
		.filter(({ at }) => counts(at))
		.sort((a, b) => b.weight - a.weight || a.at - b.at);
	const [best] = facts;
	if (best === undefined) {
		return [];
	}
	const vendor = facts.find(({ need }) => need.vendor !== undefined)?.need.vendor;
	const own = facts.filter(({ need }) => need.vendor === undefined || need.vendor === vendor);
	const stated = own.flatMap(({ need }) => need.count ?? []);
	const count = Math.max(...(stated.length > 0 ? stated : own.map(({ has }) => has ?? 1)));
	const whole: TargetNeed = Object.assign({}, ...own.map(({ need }) => need).reverse(), { count: undefined });
	const { count: _count, ...machine } = whole;
	const [{ at, strength }] = [own[0] ?? best];
	if (count <= 1 && Object.keys(machine).length === 0) {
		return [];
	}
	return [
		{
			kind: "target",
			value: count > 1 ? { ...machine, count } : machine,
			strength,
			excerpt: lineAt(text, at),
			at,
			weight: best.weight,
		},
	];
}

function findFacts(text: CodeText): Fact[] {
	const { code } = text;
	const facts: Fact[] = [];
	for (const match of [...code.matchAll(accelerators), ...code.matchAll(affinity)]) {
		const value = (match[1] ?? match[2] ?? "")
			.replaceAll(/^(?:nvidia|amd)[-_ ](?:tesla[-_ ])?|_/gi, " ")
			.replaceAll(/-(?:SXM\d?|PCIE|NVL)\b/gi, "");
		if (isChoice.test(code.slice(match.index, match.index + 160).split("\n")[0] ?? "")) {
			continue;
		}
		const raw = match[1] ?? match[2] ?? "";
		const [device] = findDevices(
			isMachine.test(raw)
				? `gpu ${raw.replace(/^ml\./, "")}`
				: `gpu ${value.replaceAll(/[-:]/g, " ").trim()}`,
		).slice(isMachine.test(raw) ? -1 : 0);
		if (device !== undefined) {
			const memory = /(?<![A-Za-z\d])(\d{2,3})\s?GB?\b/i.exec(match[1] ?? "")?.[1];
			const times = /:(\d{1,2})$/.exec((match[1] ?? "").trim())?.[1];
			const need: TargetNeed = {
				...device.need,
				...(memory === undefined ? {} : { memoryBytes: Number(memory) * 1024 ** 3 }),
				...(times === undefined ? {} : { count: Number(times) }),
			};
			facts.push({
				need,
				strength: "must",
				at: match[0].includes("\n") ? placeOf(match) : placeOfValue(text, match),
				weight: 4,
				has: device.count,
			});
		}
	}
	for (const match of code.matchAll(modalGpu)) {
		const [device] = findDevices(`gpu ${match[1] ?? ""}`);
		const count = /count\s*=\s*(\d+)/.exec(match[2] ?? "")?.[1];
		const size = /["'](\d+)GB["']/.exec(match[2] ?? "")?.[1];
		if (device !== undefined) {
			const need: TargetNeed = {
				...device.need,
				...(size === undefined ? {} : { memoryBytes: Number(size) * 1024 ** 3 }),
				...(count === undefined ? {} : { count: Number(count) }),
			};
			facts.push({ need, strength: "must", at: placeOfValue(text, match), weight: 4 });
		}
	}
	for (const [vendor, strength, weight, pattern] of vendorRules) {
		for (const match of code.matchAll(pattern)) {
			const line = lineAt(text, match.index);
			// What the code chooses by itself asks for nothing.
			if (/is_available\(|\bif\b.*\belse\b|\?.*:/.test(line) && weight === 1) {
				continue;
			}
			const count = match[1] === undefined ? {} : { count: Number(match[1]) };
			if (match[1] !== "0") {
				facts.push({ need: { vendor, ...count }, strength, at: placeOfValue(text, match), weight });
			}
		}
	}
	for (const image of table.images) {
		const vendor = image.vendor === "amd" || image.vendor === "nvidia" ? image.vendor : undefined;
		const at = vendor === undefined ? -1 : code.indexOf(image.image);
		if (vendor !== undefined && at !== -1 && /\b(?:FROM|image|repository)\b/.test(lineAt(text, at))) {
			facts.push({ need: { vendor }, strength: "prefer", at, weight: 2 });
		}
	}
	for (const pattern of countRules) {
		for (const match of code.matchAll(pattern)) {
			// A number, or the devices themselves.
			const count =
				(match[1] ?? "").split(",").length > 1 ? (match[1] ?? "").split(",").length : Number(match[1]);
			if (count > 0) {
				facts.push({ need: { count }, strength: "prefer", at: placeOf(match), weight: 0 });
			}
		}
	}
	for (const match of code.matchAll(/\brequestGPU:\s*["']?([1-9]\d?)\b/g)) {
		const count = Number(match[1]);
		facts.push({ need: { count }, strength: "must", at: match.index, weight: 3 });
	}
	const reserved = facts.find(({ weight }) => weight === 3);
	const counted =
		reserved === undefined ? null : /^\s*count:\s*(\d+)/m.exec(code.slice(reserved.at, reserved.at + 200));
	if (counted?.[1] !== undefined && reserved !== undefined) {
		facts.push({ ...reserved, need: { ...reserved.need, count: Number(counted[1]) } });
	}
	return facts;
}
