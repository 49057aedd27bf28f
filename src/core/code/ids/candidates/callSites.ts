import callSites from "./callSites.json" with { type: "json" };
import type { LegacyKind } from "./idShape.ts";

/** A call around a text. */
export interface CallPlace {
	/** The last word of what is called. */
	readonly name: string;
	/** What stands before it, with dots: `torch.hub` of `torch.hub.load`; "" without one. */
	readonly receiver: string;
	/** Position among the arguments, 0-based. */
	readonly index: number;
	/** The argument's own name. */
	readonly argument?: string;
	/** The first argument, where it is a text. */
	readonly first?: string;
}

/** A call that takes a model at this argument. */
export interface ModelCall {
	/** The call and its argument, as in `LLM.model`. */
	readonly callSite: string;
	readonly legacy?: LegacyKind;
	readonly task?: string;
	/** Its name is common: the ID must be one that is made like a model's. */
	readonly isWeak: boolean;
	/** Other libraries have such a call: the text must work with ones that use the Hub. */
	readonly needsHub?: boolean;
}

interface Row {
	readonly at: readonly number[];
	readonly named: ReadonlySet<string>;
	readonly legacy: LegacyKind | undefined;
	readonly task: string | undefined;
	readonly taskAt: number | undefined;
	readonly receiver: RegExp | undefined;
	readonly isWeak: boolean;
	readonly needsHub: boolean;
}

interface TableRow {
	readonly calls: readonly string[];
	readonly at: readonly number[];
	readonly named: readonly string[];
	readonly legacy?: string;
	readonly task?: string;
	readonly taskAt?: number;
	readonly receiver?: string;
	readonly isWeak?: boolean;
	readonly needsHub?: boolean;
}

const table: readonly TableRow[] = callSites.models;
const rows = new Map<string, Row>();
for (const each of table) {
	const row: Row = {
		at: each.at,
		named: new Set(each.named),
		legacy:
			each.legacy === "transformers" || each.legacy === "sentenceTransformers" ? each.legacy : undefined,
		task: each.task,
		taskAt: each.taskAt,
		receiver: each.receiver === undefined ? undefined : new RegExp(each.receiver, "i"),
		isWeak: each.isWeak === true,
		needsHub: each.needsHub === true,
	};
	for (const call of each.calls) {
		rows.set(call, row);
	}
}
const datasets: ReadonlySet<string> = new Set(callSites.datasets);
const others: ReadonlySet<string> = new Set(callSites.others);
const othersOf: ReadonlySet<string> = new Set(callSites.othersOf);
const classTasks: readonly (readonly [string, string])[] = Object.entries(callSites.classTasks);
const namers: ReadonlySet<string> = new Set(callSites.namers);

/** What a call takes at a place, where it is a model. */
export function findModelCall(call: CallPlace): ModelCall | undefined {
	const row = rows.get(call.name);
	if (row === undefined || row.receiver?.test(call.receiver) === false) {
		return undefined;
	}
	const isIt = call.argument === undefined ? row.at.includes(call.index) : row.named.has(call.argument);
	if (!isIt) {
		return undefined;
	}
	const task =
		row.taskAt !== undefined && call.first !== undefined
			? call.first
			: (row.task ?? findClassTask(call.receiver));
	return {
		callSite: call.argument === undefined ? call.name : `${call.name}.${call.argument}`,
		isWeak: row.isWeak,
		needsHub: row.needsHub,
		...(row.legacy === undefined ? {} : { legacy: row.legacy }),
		...(task === undefined || !/^[a-z-]+$/.test(task) ? {} : { task }),
	};
}

/** The task of a class, as its name ends. */
function findClassTask(receiver: string): string | undefined {
	return classTasks.find(([ending]) => receiver.endsWith(ending))?.[1];
}

/** Whether a call takes texts of another kind: data sets, files, addresses. */
export function takesOthers(call: CallPlace): boolean {
	const isModelCall = rows.has(call.name) && findModelCall(call) !== undefined;
	// Of what such a call takes under names, the names tell.
	const isUnnamed = call.argument === undefined;
	const dotted = `${call.receiver.slice(call.receiver.lastIndexOf(".") + 1)}.${call.name}`;
	return (
		(datasets.has(call.name) && !isModelCall) ||
		(isUnnamed && others.has(call.name) && !isModelCall) ||
		datasets.has(call.receiver.slice(call.receiver.lastIndexOf(".") + 1)) ||
		(isUnnamed && (othersOf.has(dotted) || othersOf.has(`${call.receiver}.${call.name}`)))
	);
}

/** Whether a call of this name may take models or data sets. */
export function isKnownCall(name: string): boolean {
	return rows.has(name) || datasets.has(name);
}

/** Whether a call loads data sets, so that what comes to it is one. */
export function takesDatasets(call: CallPlace): boolean {
	return datasets.has(call.name);
}

/** Whether a call's first argument names what its other arguments are, as in `getenv("MODEL", "…")`. */
export function namesByFirst(call: string): boolean {
	return namers.has(call);
}
