import autoClasses from "./autoClasses.json" with { type: "json" };
import table from "./callTasks.json" with { type: "json" };

/** A call that loads models of one task only: by a task's name, or by a class for it. */
export interface TaskCall {
	/** The pipeline's task (`summarization`). */
	readonly task: string;
	/** Offsets of what names the task: the text between the quotes, or what follows `AutoModelFor`. */
	readonly start: number;
	readonly end: number;
	readonly isClass: boolean;
}

const call =
	/\bpipeline\s*\(\s*(?:task\s*[=:]\s*)?["'`]([\w-]+)["'`]|\bAutoModelFor([A-Z]\w+?)(?=\.from_pretrained\s*\()/dg;

const loads: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.loads));
const heads: ReadonlyMap<string, string> = new Map(Object.entries(table.heads));
const classes: ReadonlyMap<string, { readonly model: string }> = new Map(Object.entries(autoClasses.byTask));

/** The last call in a text that loads models of one task only; `undefined` where there is none. */
export function findTaskCall(text: string): TaskCall | undefined {
	const found = [...text.matchAll(call)].at(-1);
	return found && readCall(found);
}

function readCall(found: RegExpMatchArray): TaskCall | undefined {
	const [, said, head] = found;
	const [start, end] = found.indices?.[said === undefined ? 2 : 1] ?? [];
	const task = said === undefined ? heads.get(head ?? "") : said.replace(/^translation_.*/, "translation");
	return task === undefined || !loads.has(task) || start === undefined || end === undefined
		? undefined
		: { task, start, end, isClass: said === undefined };
}

/** The call that is open at the end of a text, where an ID is to be its argument. */
export function findOpenTaskCall(before: string): TaskCall | undefined {
	const found = findTaskCall(before);
	return found !== undefined && countOpen(before.slice(found.start)) >= (found.isClass ? 1 : 0)
		? found
		: undefined;
}

/** A name that a text at its end gives a string to: `MODEL_ID = "`. */
const named =
	/(?:^|\n)[ \t]*(?:export\s+)?(?:const|let|var)?[ \t]*([A-Za-z_]\w*)[ \t]*(?::[^=\n]*)?=[ \t]*["'`]?$/;

/** The call in a text that an ID goes into by a name that the text before it gives it; `undefined` where there is none. */
export function findNamedTaskCall(text: string, before: string): TaskCall | undefined {
	const name = named.exec(before)?.[1];
	const argument = name === undefined ? undefined : new RegExp(`\\b${name}\\b`);
	return [...text.matchAll(call)]
		.flatMap((found) => readCall(found) ?? [])
		.find(({ end }) => argument?.test(takeArguments(text.slice(end))));
}

/** What stands up to the end of the call that is open at the beginning. */
function takeArguments(text: string): string {
	let open = text.startsWith(".from_pretrained") ? 0 : 1;
	for (let at = 0; at < text.length; at++) {
		open += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
		if (open === 0 && text[at] === ")") {
			return text.slice(0, at);
		}
	}
	return text;
}

/** Tasks of the models that a call for a task loads; `undefined` where it is not known to refuse any. */
export function listLoadedTasks(task: string): readonly string[] | undefined {
	return loads.get(task);
}

/** What has to name the task in the call for it to load models of another one; `undefined` where nothing is known to. */
export function renameTaskCall({ isClass }: TaskCall, task: string): string | undefined {
	const head = classes.get(task)?.model.replace(/^AutoModelFor/, "");
	return isClass ? (head === "AutoModel" ? undefined : head) : task;
}

/** Brackets that are open at the end; below 0 where the one before the text was closed. */
function countOpen(text: string): number {
	let open = 0;
	for (const each of text) {
		open += each === "(" ? 1 : each === ")" ? -1 : 0;
		if (open < 0) {
			return open;
		}
	}
	return open;
}
