import type { Clue } from "./clue.ts";
import { calleeAt, lineAt, placeOf } from "./clue.ts";
import type { CodeText } from "./codeText.ts";
import table from "./taskCalls.json" with { type: "json" };

const heads: ReadonlyMap<string, string> = new Map(Object.entries(table.heads));
const aliases: ReadonlyMap<string, string> = new Map(Object.entries(table.aliases));
const tasks: ReadonlySet<string> = new Set(table.tasks);

interface CallRow {
	readonly task: string;
	readonly pattern: string;
	readonly purpose?: string;
	/** It says the task less surely: preferred, not a must. */
	readonly isWeak?: boolean;
	/** What generates text may be there for another task that the same code names. */
	readonly isGeneric?: boolean;
}

/** What programs that write do first, to find what they write of. */
const besideWriting: ReadonlySet<string> = new Set(["feature-extraction", "text-ranking"]);

const callRows: readonly CallRow[] = table.calls;
const headCall = new RegExp(
	`\\b(?:[A-Z]\\w*(?:For|ForConditional))(${[...heads.keys()].sort((a, b) => b.length - a.length).join("|")})\\s*\\.\\s*from_\\w+`,
	"g",
);
const headCallJs = new RegExp(
	`\\b(?:[A-Z]\\w*For)(${[...heads.keys()].sort((a, b) => b.length - a.length).join("|")})\\s*\\.\\s*fromPretrained`,
	"g",
);
const pipelineCall = /\bpipeline(?:<[^>()]*>)?\(\s*(?:task\s*[=:]\s*)?["'`]([a-z0-9_-]+)["'`]/g;
const methods = new RegExp(
	`\\.\\s*(${[...tasks].flatMap((task) => spellings(task)).join("|")}|chat_completion|chatCompletion(?:Stream)?|textGenerationStream|text_to_speech|textToSpeech)\\s*\\(`,
	"g",
);
/** Clients whose methods are named for tasks; other objects have methods of such names too. */
const hasClient =
	/\b(?:InferenceClient|HfInference|InferenceApi|hf_?[Cc]lient|hfInference|huggingface_hub)\b/;
const option = /(?:--task|\btask)["']?[\s=:,]+["']([a-z0-9-]+)["']/g;

/** What servers are told to do: `--task embed`, `HF_TASK: "feature-extraction"`. */
const served = /(?:--task[= ]["']?|\bHF_TASK["']?\s*[:=]\s*["']?|\bLLM\([^()]*\btask\s*=\s*["'])([a-z_-]+)/g;

/** The task of a component that a file of data describes. */
const listed = /^[ \t]*task:[ \t]+["']?([a-z0-9]+-[a-z0-9-]+)["']?[ \t]*$/gm;

/** The task of a pipeline that is made elsewhere, as a constant or a field. */
const ownOption =
	/\b(?:static|const|let|var|readonly)\s+\w*[tT](?:ask|ASK)\b[^=\n]*=\s*["']([a-z0-9-]+)["']|^(?:[A-Z]+_)?TASK\s*=\s*["']([a-z0-9-]+)["']/gm;

let calls: readonly (CallRow & { readonly regExp: RegExp })[] | undefined;

/** Calls that say what a model is for. */
export function readTaskCalls(text: CodeText): readonly Clue[] {
	const { code } = text;
	const clues: Clue[] = [];
	const add = (match: RegExpMatchArray, task: string, row: Partial<CallRow> = {}) => {
		const at = row.pattern === undefined ? placeOf(match) : (match.index ?? 0);
		const isGeneric = row.isGeneric ?? (task === "text-generation" || task === "text2text-generation");
		const excerpt = lineAt(text, at);
		if (/^\s*(?:from|import)\s/.test(excerpt)) {
			return;
		}
		const weight = (isGeneric ? 3 : besideWriting.has(task) ? 2.5 : 4) / (row.isWeak === true ? 2 : 1);
		clues.push({
			kind: "task",
			value: task,
			strength: row.isWeak === true ? "prefer" : "must",
			excerpt,
			at,
			weight,
		});
		if (row.purpose !== undefined) {
			clues.push({ kind: "purpose", value: row.purpose, strength: "prefer", excerpt, at, weight });
		}
	};
	for (const pattern of [headCall, headCallJs]) {
		for (const match of code.matchAll(pattern)) {
			const questions = Object.entries(table.questionsOf).find(([start]) => match[0].startsWith(start))?.[1];
			const head = heads.get(match[1] ?? "");
			const isFree = head === "object-detection" && /^(?:Owl|GroundingDino)/i.test(match[0]);
			const task = isFree ? `zero-shot-${head}` : head === "question-answering" ? (questions ?? head) : head;
			if (task !== undefined) {
				add(match, task, { pattern: "", ...(task === "text2text-generation" ? { isWeak: true } : {}) });
			}
		}
	}
	for (const match of code.matchAll(pipelineCall)) {
		const task = toTask(match[1] ?? "");
		if (task !== undefined) {
			add(match, task);
		}
	}
	for (const match of code.matchAll(option)) {
		const task = toTask(match[1] ?? "");
		const callee = calleeAt(code, match.index);
		if (task !== undefined && /pipeline|Generator|Endpoint|Pipeline|Index|Engine|LLM$/.test(callee)) {
			add(match, task);
		}
	}
	for (const match of code.matchAll(listed)) {
		const task = toTask(match[1] ?? "");
		if (task !== undefined) {
			add(match, task, { isWeak: true });
		}
	}
	for (const match of code.matchAll(served)) {
		const task = toTask((match[1] ?? "").replaceAll("_", "-"));
		if (task !== undefined) {
			add(match, task);
		}
	}
	if (/\bpipeline\s*\(/.test(code)) {
		for (const match of code.matchAll(ownOption)) {
			const task = toTask(match[1] ?? match[2] ?? "");
			if (task !== undefined) {
				add(match, task);
			}
		}
	}
	if (hasClient.test(code)) {
		for (const match of code.matchAll(methods)) {
			const name = match[1] ?? "";
			const task = /^chat_?completion|^textGenerationStream/i.test(name)
				? "text-generation"
				: toTask(name.replaceAll(/[A-Z]/g, (each) => `-${each.toLowerCase()}`).replaceAll("_", "-"));
			if (task !== undefined) {
				add(match, task);
			}
		}
	}
	calls ??= callRows.map((row) => ({ ...row, regExp: new RegExp(row.pattern, "g") }));
	for (const row of calls) {
		for (const match of code.matchAll(row.regExp)) {
			add(match, row.task, row);
		}
	}
	return clues;
}

/** A task of the Hub by its id or by another name of it; `undefined` for any other word. */
export function toTask(word: string): string | undefined {
	if (word.startsWith("translation_")) {
		return "translation";
	}
	return aliases.get(word) ?? (tasks.has(word) ? word : undefined);
}

function spellings(task: string): readonly string[] {
	return [
		task.replaceAll("-", "_"),
		task.replaceAll(/-([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase()),
	];
}
