import { bytesPerGiB } from "../../../hardware/memory.ts";
import type { Vendor } from "../../../hardware/target.ts";
import type { Strength } from "../requirement.ts";
import type { Said } from "../said.ts";
import { attachMemory, type Machine, wordsAfter } from "./attachMemory.ts";
import { findDevices } from "./devices.ts";
import { chooseMachines } from "./machineRoles.ts";
import type { Mention, Sentence } from "./sentence.ts";

const vendorWords: readonly (readonly [Vendor, RegExp])[] = [
	["amd", /\bAMD\b(?! (?:epyc|ryzen|threadripper)\b(?! ai))|\bradeon\b|\brx ?\d{3,4}\b|\brocm\b/gi],
	[
		"nvidia",
		/\bnvidia\b|\bgeforce\b|\b[gr]tx ?\d{3,4}\b|\bcuda\b|\b[gr]tx (?:cards?|gpus?)\b|\bquadro\b|\bjetson\b/gi,
	],
	[
		"apple",
		/\bapple silicon\b|\bmac ?book(?: (?:pro|air))?\b|\bmac ?(?:mini|studio|pro)\b|\bimac\b|\b(?:on|my|a|the) mac\b|(?<=\dgb |\d gb )mac\b|\bmetal\b(?= gpu)/gi,
	],
	["intel", /\bintel (?:arc|gpu|graphics|igpu)\b|\barc gpu\b/gi],
	[
		"cpu",
		/\bv?cpus?\b|\baws lambda\b|\bprocessor only\b|\bepyc\b|\bxeon\b|\bthreadripper\b|\braspberry pi\b/gi,
	],
];
const noGpu =
	/\bgpus?(?: ?[:=]|) (?:none|n\/a)\b|\b(?:no|without(?: an?y?)?|w\/o(?: a)?|lacks? a|(?:has|have|got)n['’]?t (?:got )?(?:a|any)|(?:do|does)n['’]?t have (?:a|any)|(?:do|does)(?:n['’]?t| not) (?:need|require)(?: a| any)?|not need(?:ing)? a|no need (?:for|of) (?:a|any)) (?:dedicated |discrete |nvidia )?(?:d?gpus?|graphics?(?: cards?)?|video cards?|accelerators?)\b(?! in the cloud)|\bgpu-?(?:less|free)\b|\bnon-gpu\b|\b(?:integrated|onboard) graphics only\b/gi;
const memory =
	/(?<![\w.,])(\d+(?:[.,]\d+)?)\s*-?\s*(g(?:b|ib?|igs?|igabytes?|igas?)?|go(?= (?:of|de|v?ram)\b)|mb|mib)\b(?!\/s|ps|\.\d)((?:\s+(?:of\s+)?(?:unified\s+|shared\s+|gpu\s+|video\s+|graphics\s+|system\s+|main\s+|ddr[45]\s+)?(?:vram|ram|memory|ddr[45])\b)?)/gi;
/** Sizes of files, of which memory is none. */
const fileWords =
	/\b(?:download(?:s|ed|able)?|on[- ]disk|disk(?: space)?|files?(?: size)?|file ?size|storage|checkpoints?|bundled?|package|install(?:er)?|container|docker|image size|app size|on the wire|weights?|artifacts?)\b/i;
const inApp = /\b(?:ships?|shipped|shipping|bundl\w+|embedded|apps?|apk|installer|download\w*)\b/i;
const memoryWords =
	/\b(?:vram|ram|memory|gpu|card|graphics|laptop|mac\w*|machine|server|pc|desktop|box|pi|workstation|rtx|gtx|radeon|cpu)\b/i;
const boundBefore =
	/(?:\b(?:under|below|less than|smaller than|at most|max(?:imum)?|no (?:more|larger|bigger) than|up to|within)|(?:not|n['’]t|never) (?:to )?(?:exceed|(?:take|weigh|be|get) (?:more|larger|bigger|heavier) than)|[<≤]=?)\s*$/i;
const fileBefore =
	/\b(?:download(?:s|ed|able)?|disk|files?(?: size)?|storage|checkpoint|bundle|package|container|image size|app size|weights?|artifacts?|model size)\b[^,;.]{0,25}$/i;
const boundAfter = /^ (?:at most|max(?:imum)?|tops|or (?:less|smaller|under)|limit)\b/i;
/** Without a bound a size of a file tells of one. */
const limits = /\b(?:max\w*|limit\w*|at most|or (?:less|smaller)|only|must|fits?|budget|smaller|under)\b/i;
/** What is done with memory: "needs less than 8 GB". */
const usesMemory =
	/\b(?:needs?|uses?|using|takes?|consum\w+|requir\w+|runs?|running|fits?|have|has|got|with)\b/i;
const memoryBefore =
	/\b(?:vram|ram|memory|gpu|card|laptop|mac\w*|rtx|gtx|radeon|[ahlt]\d{1,3}s?|mi\d{3}x?|\d{4}(?: ti| xtx?| super)?|m[1-5]|pi \d)\b[^,;.]{0,12}$/i;
/** What else takes memory. */
const ofOther =
	/\b(?:(?:index|database|vectors|dataset)\s+(?:\w+\s+)?fits?|(?:another|other)\b[^,;.]{0,30}\b(?:tak|us|need|occup|reserv|eat)\w+)\s[^,;.]{0,15}$/i;
/** What a model or another service needs is not what there is: "it needs 80 GB". */
const needsIt =
	/(?<!\b(?:we|i|must|should|may|can|to|not|n['’]t) )\b(?:needs|takes|requires|uses|eats|consumes|occupies)\s+(?:about |around |roughly |~)?$/i;
/** Files that users bring. */
const uploads = /\b(?:upload|attach|import)\w*/;
/** Data that take so much, not memory: "a 10 GB dataset", "our index is 40 GB". */
const dataBefore =
	/\b(?:index|indices|databases?|datasets?|data|corpus|corpora|collection|archives?|logs?|dumps?|backups?|videos?|recordings?|documents?|texts?)\b[^,;.!?\n]{0,15}$/i;
const dataAfter =
	/^[ -]{0,2}(?:(?:of|worth of)\s+)?(?:[\w-]+\s+){0,2}(?:index|databases?|datasets?|data\b|corpus|corpora|collections?|archives?|logs?|dumps?|backups?|videos?|recordings?|documents?|texts?|books|newspapers|articles|pdfs|emails|mails|images|photos|audio)\b/i;
/** Of a model that is there already, or of what else is in use. */
const taken =
	/^(?: (?:of (?:it|that|them|vram|ram|memory)))? (?:(?:is|are|gets?|already|being) ){0,3}(?:taken|used|occupied|reserved|eaten|gone)\b|^ (?:model|checkpoint|llm)\b/i;
/** "Their H100s". */
const ofThem = /\b(?:their|his|her|whose)\s+(?:\w+\s+)?$/i;
const servesBefore = /\b(?:serv(?:e|ed|ing)|deploy(?:ed)?|infer\w+|production)\b(?: \w+){0,2} $/i;
const runsOn = /\bruns? on (?:the |a )?cpus?\b|\bcpu[- ]only\b|\bonly (?:on )?(?:an? |the )?cpus?\b/i;
const system = /\bram\b|\bddr\d\b|\b(?:system|main) memory\b/i;

/** The machines that a text names, each with its memory, and sizes of files. */
export function readMachineWords(sentence: Sentence): readonly Said[] {
	const machines = findMachines(sentence);
	const said: Said[] = [];
	const gap = ({ at }: Mention) =>
		Math.min(...machines.map(({ end }) => (end <= at ? at - end : Number.POSITIVE_INFINITY)), 1000);
	// What follows a card is its own before what stands elsewhere.
	for (const mention of [...sentence.find(memory)].sort((a, b) => gap(a) - gap(b))) {
		const bytes = readBytes(mention.groups[1] ?? "", mention.groups[2] ?? "");
		const clause = sentence.clauseText(mention);
		const own = mention.groups[3] ?? "";
		const isMegabytes = /^m/i.test(mention.groups[2] ?? "");
		if (
			ofOther.test(sentence.text.slice(0, mention.at)) ||
			taken.test(sentence.text.slice(mention.end)) ||
			needsIt.test(sentence.text.slice(0, mention.at)) ||
			(mention.groups[2] === "g" && sentence.text[mention.at - 1] === "-") ||
			bytes === undefined ||
			(mention.isNegated && !/no (?:more|larger|bigger)/i.test(clause))
		) {
			continue;
		}
		const before = sentence.text.slice(Math.max(0, mention.at - 40), mention.at);
		const after = wordsAfter(sentence, mention);
		const isBounded = boundBefore.test(before) || boundAfter.test(sentence.text.slice(mention.end));
		if (
			own === "" &&
			!isBounded &&
			(dataBefore.test(before) ||
				dataAfter.test(sentence.text.slice(mention.end, sentence.clauseOf(mention.at, mention.end).end)))
		) {
			continue;
		}
		const isOfMachine =
			own !== "" ||
			/\brun(?:s|ning)? (?:in|inside|within) (?:an? )?$/i.test(before) ||
			memoryWords.test(after) ||
			memoryBefore.test(before);
		const isOfFile =
			!isOfMachine &&
			!uploads.test(clause) &&
			(fileWords.test(after) ||
				fileBefore.test(before) ||
				(isBounded && !memoryWords.test(clause) && (inApp.test(clause) || !usesMemory.test(clause))));
		if (isOfFile) {
			const decimal = Number((bytes.value / bytesPerGiB) * 1e9);
			said.push({
				kind: "bytes",
				value: { max: Math.round(decimal) },
				strength: isBounded || limits.test(clause) ? mention.strength : "prefer",
				excerpt: mention.text,
			});
			continue;
		}
		if (isMegabytes && own === "") {
			continue;
		}
		const isSystem =
			(system.test(own) && !/vram|unified|gpu|video|graphics/i.test(own)) ||
			(own === "" &&
				/\b(?:ram|main memory|system memory)(?: is| of|:)?\s*$|\b(?:ryzen|i[3579]|intel n\d+|core|celeron)\b[^,.;]{0,20}, $/i.test(
					before,
				));
		attachMemory(machines, sentence, mention, {
			bytes: bytes.value,
			isSystem,
			own,
			strength: strengthOf(mention),
		});
	}
	machines.sort((a, b) => a.at - b.at);
	// "Are 8 GB enough? That's what my 3070 has."
	const named = machines.filter(
		({ need }) =>
			need.vendor !== undefined ||
			!machines.some((each) => each.need.vendor !== undefined && each.need.memoryBytes === need.memoryBytes),
	);
	return [
		...chooseMachines(named, sentence).map(
			({ need, strength, at, end }): Said => ({
				kind: "target",
				value: need,
				strength,
				excerpt: sentence.text.slice(at, end).trim(),
			}),
		),
		...said,
	];
}

/** "It should run on this card": the card is what there is. */
function strengthOf({ strength, isAdvised, isDoubtful, isQuestioned }: Mention): Strength {
	return isAdvised && !isDoubtful && !isQuestioned ? "must" : strength;
}

function findMachines(sentence: Sentence): Machine[] {
	const machines: Machine[] = [];
	for (const { at, end, need, count } of findDevices(sentence.text)) {
		const mention = sentence.mentionAt(at, sentence.text.slice(at, end));
		if (mention?.isNegated === false && !mention.isPast && !ofThem.test(sentence.text.slice(0, at))) {
			const value = count === undefined || count === 1 ? need : { ...need, count };
			const isOwn =
				mention.isDoubtful &&
				!mention.isQuestioned &&
				/\bon (?:my|our) (?:\w+ )?$/i.test(sentence.text.slice(0, at));
			machines.push({
				at,
				end,
				need: value,
				strength: isOwn ? "must" : strengthOf(mention),
				hasSaidMemory: false,
			});
		}
	}
	// "1x A10G (g5.2xlarge)" is said twice.
	for (let index = machines.length - 1; index > 0; index--) {
		const [one, other] = [machines[index - 1], machines[index]];
		if (
			one?.need.device === other?.need.device &&
			one !== undefined &&
			other !== undefined &&
			other.at - one.end < 30 &&
			/^(?:\W*|[^.;,]*\()$/.test(sentence.text.slice(one.end, other.at))
		) {
			machines.splice(index, 1);
		}
	}
	const isWithoutGpu = [...sentence.text.matchAll(noGpu)];
	for (const match of isWithoutGpu) {
		const end = match.index + match[0].length;
		if (!machines.some(({ need }) => need.vendor === "cpu")) {
			machines.push({
				at: match.index,
				end,
				need: { vendor: "cpu" },
				strength: "must",
				hasSaidMemory: false,
			});
		}
	}
	for (const [vendor, pattern] of vendorWords) {
		for (const mention of sentence.find(pattern)) {
			const { at, end, isNegated } = mention;
			const isTold = machines.some(
				(each) =>
					each.need.vendor === vendor && Math.min(Math.abs(each.at - end), Math.abs(at - each.end)) < 60,
			);
			const isOfMaker = /^\s+(?:models?|llms?)\b/i.test(sentence.text.slice(end));
			const isBeside = machines.some(
				(each) => each.need.vendor === vendor || (each.at <= at && end <= each.end),
			);
			const isEither = machines.some(
				(each) => each.end <= at && at - each.end < 20 && /\bor\b/i.test(sentence.text.slice(each.end, at)),
			);
			// "The GPU is for indexing, but queries run on CPU".
			const isApart =
				vendor === "cpu" &&
				(servesBefore.test(sentence.text.slice(0, at)) ||
					(runsOn.test(sentence.clauseText(mention)) &&
						machines.every((each) => each.at < sentence.clauseOf(at, end).start)));
			if (isApart) {
				for (const each of machines) {
					each.strength = "prefer";
				}
			}
			if (
				!isNegated &&
				!isTold &&
				!isOfMaker &&
				!isBeside &&
				(isApart || isEither || mention.strength === "prefer" || !isSideCpu(vendor, machines))
			) {
				machines.push({ at, end, need: { vendor }, strength: strengthOf(mention), hasSaidMemory: false });
			}
		}
	}
	return machines;
}

/** A processor that is named beside a card is where the card stands, not another machine. */
function isSideCpu(vendor: Vendor, machines: readonly Machine[]): boolean {
	return vendor === "cpu" && machines.length > 0;
}

function readBytes(digits: string, unit: string): { readonly value: number } | undefined {
	const value = Number(digits.replace(",", "."));
	const bytes = value * (/^m/i.test(unit) ? bytesPerGiB / 1000 : bytesPerGiB);
	return Number.isFinite(bytes) && bytes > 0 && bytes < 1e15 ? { value: Math.round(bytes) } : undefined;
}
