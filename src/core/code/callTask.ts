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
	const [, named, head] = found ?? [];
	const [start, end] = found?.indices?.[named === undefined ? 2 : 1] ?? [];
	const task = named === undefined ? heads.get(head ?? "") : named.replace(/^translation_.*/, "translation");
	return task === undefined || !loads.has(task) || start === undefined || end === undefined
		? undefined
		: { task, start, end, isClass: named === undefined };
}

/** The call that is open at the end of a text, where an ID is to be its argument. */
export function findOpenTaskCall(before: string): TaskCall | undefined {
	const found = findTaskCall(before);
	return found !== undefined && countOpen(before.slice(found.start)) >= (found.isClass ? 1 : 0)
		? found
		: undefined;
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
