import type { ModelCall } from "../candidates/callSites.ts";
import { type Candidate, findNothing, type SpannedText } from "../candidates/candidate.ts";
import { isLegacyId } from "../candidates/idShape.ts";
import type { FoundId } from "../modelIdUse.ts";
import { isAssignmentList } from "./assignmentList.ts";
import commandTable from "./commands.json" with { type: "json" };

const flags: ReadonlySet<string> = new Set(commandTable.flags);
/** By the last word, in the order of the table. */
const byLastWord = new Map<string, (typeof commandTable.commands)[number][]>();
for (const each of commandTable.commands) {
	const last = each.words.at(-1) ?? "";
	byLastWord.set(last, [...(byLastWord.get(last) ?? []), each]);
}
/** Commands whose plain arguments are files, packages, images or other repositories. */
const otherCommands: ReadonlySet<string> = new Set(
	"git gh pip pip3 uv npm npx yarn pnpm conda mamba brew apt apt-get cd mkdir cp mv rm ls cat touch chmod chown tar ln helm kubectl go cargo gem composer wget curl ssh scp rsync aws gsutil export-image kaggle echo source modprobe systemctl apk dnf yum add-apt-repository FROM WORKDIR COPY ADD EXPOSE USER LABEL VOLUME".split(
		" ",
	),
);
const commandHint =
	/(?:^|[\s;&|(`$>#*!%])(?:vllm|hf|huggingface-cli|python3?|accelerate|llama-\w+|docker|sglang|text-generation-launcher|lm_eval|litgpt|tune|torchrun|deepspeed|optimum-cli|mlx_lm[\w.]*|lmdeploy|trtllm-serve|CUDA_VISIBLE_DEVICES=\S+|transformers|\w+\.sh)\s|\s--[a-z_-]*(?:model|tokenizer)[a-z_-]*[= ]/;
/** What a message says to run. */
const downloadHint =
	/\b(?:huggingface-cli|hf) download\s|\bvllm serve\s|from_pretrained\(|snapshot_download\(/;
const assignment = /^(-{0,2}[A-Za-z_][\w.-]*)=(.*)$/s;

/** Whether a text has a command in it that may take a model. */
export function holdsCommand(text: string): boolean {
	return commandHint.test(text);
}

/** Words of a command that may be IDs, with the flags, variables and commands that they are given to. */
export function readCommandWords(
	words: readonly SpannedText[],
	place: FoundId["place"],
	arrayName?: string,
	loaders?: ReadonlyMap<string, number>,
): Candidate[] {
	if (arrayName !== undefined) {
		return words.map((word) => toCandidate(readElement(word), [arrayName], findNothing, place));
	}
	const candidates: Candidate[] = [];
	const beside = readFlags(words);
	const add = (text: SpannedText, names: readonly string[], taker?: ModelCall) => {
		candidates.push(toCandidate(text, names, words.length > 2 ? beside : findNothing, place, taker));
	};
	const program = findProgram(words);
	const isOther = otherCommands.has(program);
	const programAt = words.findIndex(({ value }) => value === program);
	const loadedAt = programAt + (loaders?.get(program) ?? Number.NaN);
	const sub = words.findIndex(({ value }) => byLastWord.has(value));
	let command = sub === -1 ? undefined : findCommand(words, sub);
	let commandAt = command === undefined ? -1 : sub;
	for (let i = 0; i < words.length; i++) {
		const word = words[i] ?? { value: "", start: 0, end: 0 };
		const isFlag = /^--?[A-Za-z]/.test(word.value);
		const pair = assignment.exec(word.value);
		if (isAssignmentList(word.value)) {
			add(word, []);
			continue;
		}
		if (pair !== null) {
			addAssignment(word, pair[1] ?? "", pair[2] ?? "");
			continue;
		}
		if (/^[?:+]?=$/.test(word.value) && i > 0 && words[i + 1] !== undefined) {
			add(words[i + 1] ?? word, [words[i - 1]?.value ?? ""]);
			i += 1;
			continue;
		}
		if (isFlag) {
			continue;
		}
		const previous = words[i - 1]?.value ?? "";
		const longer = findCommand(words, i);
		if (longer !== undefined) {
			command = longer;
			commandAt = i;
			continue;
		}
		if (/^--?[A-Za-z][\w.-]*$/.test(previous) && i > 0) {
			const name = previous.replace(/^-+/, "");
			add(word, [name], flags.has(name) ? { callSite: previous, isWeak: false } : undefined);
		} else if (
			/^["']?[A-Za-z][\w.-]*["']?:$/.test(previous) &&
			(place === "code" || i === words.length - 1)
		) {
			add(word, [previous.replaceAll(/["':]/g, "")]);
		} else if (command !== undefined && i > commandAt && !isPassedOver(words, commandAt, i)) {
			if (command.hubOnly !== true) {
				add(word, [], {
					callSite: command.words.join(" "),
					isWeak: false,
					...(command.legacy === true ? { legacy: "transformers" } : {}),
				});
			}
			command = undefined;
		} else if ((previous === "ENV" || previous === "ARG") && words[i + 1] !== undefined) {
			add(words[i + 1] ?? word, [word.value]);
			i += 1;
		} else if (i === loadedAt) {
			add(word, [], { callSite: program, isWeak: false, legacy: "transformers" });
		} else if (!isOther || (/\s/.test(word.value) && downloadHint.test(word.value))) {
			// `echo` says which command to run.
			const isLegacy =
				i > programAt && programAt >= 0 && place === "code" && /\.(?:sh|py)$|^for$/.test(program);
			add(
				word,
				[],
				isLegacy && (word.value.includes("-") || program === "for") && isLegacyId(word.value, "transformers")
					? { callSite: program, isWeak: false, legacy: "transformers" }
					: undefined,
			);
		}
	}
	return candidates;

	function addAssignment(word: SpannedText, left: string, right: string): void {
		const inner = /^(["'])(.*)\1$/s.exec(right);
		const start = word.start + left.length + 1 + (inner === null ? 0 : 1);
		const value = inner?.[2] ?? right;
		add({ value, start, end: start + value.length }, [left.replace(/^-+/, "")]);
	}
}

function toCandidate(
	text: SpannedText,
	names: readonly string[],
	beside: Candidate["beside"],
	place: FoundId["place"],
	taker?: ModelCall,
): Candidate {
	return {
		...text,
		names,
		calls: [],
		passedTo: [],
		before: [],
		beside,
		isMention: false,
		place,
		...(taker === undefined ? {} : { taker }),
	};
}

/** An array's element, without the key that may stand before it. */
function readElement(word: SpannedText): SpannedText {
	const quoted = /^(["'])(.*)\1,?$/.exec(word.value)?.[2];
	if (quoted !== undefined) {
		return { value: quoted, start: word.start + 1, end: word.start + 1 + quoted.length };
	}
	const key = /^\[[^\]]*\]=(["']?)/.exec(word.value);
	if (key === null) {
		const value = word.value.replace(/,$/, "");
		return { value, start: word.start, end: word.start + value.length };
	}
	const start = word.start + key[0].length;
	const end = word.end - (key[1] === "" ? 0 : 1);
	return { value: word.value.slice(key[0].length, end - word.start), start, end };
}

/** The command or flag that takes the next element of a list, whose last elements are given, nearest first. */
export function findListedCommand(before: readonly string[]): ModelCall | undefined {
	const [last = "", beforeLast = ""] = before;
	const flag = last.replace(/^-+/, "");
	if (flag !== last && flags.has(flag)) {
		return { callSite: last, isWeak: false };
	}
	const command = byLastWord
		.get(last)
		?.find(({ words, ...each }) => each.hubOnly !== true && words.length === 2 && words[0] === beforeLast);
	return command === undefined ? undefined : { callSite: command.words.join(" "), isWeak: false };
}

/** The command whose last word is at a place, longest first. */
function findCommand(words: readonly SpannedText[], at: number) {
	return byLastWord
		.get(words[at]?.value ?? "")
		?.filter(({ words: own }) =>
			own.every((each, index) => baseName(words[at - own.length + 1 + index]?.value ?? "") === each),
		)
		.at(-1);
}

function baseName(word: string): string {
	return /^[./]*(?:[\w.-]+\/)*[\w.-]+$/.test(word) && word.startsWith("/")
		? word.slice(word.lastIndexOf("/") + 1)
		: word;
}

/** The first word that is neither a variable nor a program that runs another. */
function findProgram(words: readonly SpannedText[]): string {
	const passedOver =
		/^(?:sudo|time|exec|RUN|CMD|ENTRYPOINT|nohup|do|then|else|if|bash|sh|source|python[\d.]*|-u|\$|>|!.*|%.*|[A-Za-z_]\w*=.*)$/s;
	const first = words.find(({ value }) => !passedOver.test(value))?.value ?? "";
	return first.replace(/^[!%$]+/, "");
}

/** Whether a word is a flag's value rather than the command's own. */
function isPassedOver(words: readonly SpannedText[], commandAt: number, at: number): boolean {
	return at - 1 > commandAt && (words[at - 1]?.value ?? "").startsWith("-");
}

/** Flags of a command with their values, read when first asked for. */
function readFlags(words: readonly SpannedText[]): (names: readonly string[]) => SpannedText | undefined {
	let flagged: Map<string, SpannedText> | undefined;
	return (names) => {
		flagged ??= collectFlags(words);
		for (const name of names) {
			const value = flagged.get(name);
			if (value !== undefined) {
				return value;
			}
		}
		return undefined;
	};
}

function collectFlags(words: readonly SpannedText[]): Map<string, SpannedText> {
	const flagged = new Map<string, SpannedText>();
	for (const [i, word] of words.entries()) {
		const [, flag, value] = /^--?([\w-]+)(?:=(.*))?$/s.exec(word.value) ?? [];
		const next = words[i + 1];
		if (flag !== undefined && value !== undefined) {
			flagged.set(flag.replaceAll("-", "_"), { value, start: word.end - value.length, end: word.end });
		} else if (flag !== undefined && next !== undefined) {
			flagged.set(flag.replaceAll("-", "_"), next);
		}
	}
	return flagged;
}
