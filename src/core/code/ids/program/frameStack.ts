import { fileNames, kindNames, revisionNames } from "../candidates/besideNames.ts";
import { isKnownCall } from "../candidates/callSites.ts";
import type { SpannedText } from "../candidates/candidate.ts";

/** Names that are asked for beside an ID: others are not kept. */
const askedNames: ReadonlySet<string> = new Set([...revisionNames, ...fileNames, ...kindNames]);

/** Shared, and never added to. */
const noTargets: string[] = [];

/** What is open at a place of a program: a call's arguments, a list, an object, a block. */
export class Frame {
	/** Texts under names, where there are any. */
	named: Map<string, SpannedText> | undefined;
	/** What the frame itself is given to, as its parents were when it began; kept where it is asked for while it is open. */
	outer: Place | undefined;
	isSubscript = false;
	/** A function's body or a block: what stands in it is no argument of the calls around it. */
	isBody = false;
	/** What stands here comes to a call that takes models or data sets. */
	isTaker = false;
	/** Position of the argument or element, 0-based. */
	index = 0;
	/** What the value is given to: an argument, a key, a variable. */
	name: string | undefined;
	isCompared = false;
	/** Names before the last one, where several are given at once, as in `a, b = …`. */
	targets: string[] = noTargets;
	/** The name has a type, so that the word before `=` is not it. */
	isAnnotated = false;
	/** Conditions `?` whose `:` has not come. */
	ternaries = 0;
	/** The first argument, where it is a text. */
	first: string | undefined;
	last: string | undefined;
	beforeLast: string | undefined;

	constructor(
		readonly open: "" | "(" | "[" | "{",
		readonly callee: string,
		readonly receiver: string,
		readonly isDefinition: boolean,
		readonly parent: Frame | undefined,
	) {}

	setName(name: string, isCompared: boolean): void {
		if (!this.isAnnotated) {
			this.name = name;
			this.isCompared = isCompared;
		}
	}

	annotate(name: string): void {
		this.setName(name, false);
		this.isAnnotated = true;
	}

	/** Begins a statement or an argument, in which nothing has a name yet. */
	startArgument(): void {
		this.name = undefined;
		this.isCompared = false;
		this.isAnnotated = false;
		this.ternaries = 0;
		this.targets = noTargets;
	}

	endArgument(): void {
		if (this.open === "") {
			return;
		}
		this.startArgument();
		this.index += 1;
	}

	/** Adds a name to which the value that comes is given too. */
	addTarget(name: string): void {
		this.targets = this.targets.length > 20 ? this.targets : [...this.targets, name];
	}

	/** Whether what stands here is given to something. */
	hasUse(): boolean {
		return this.name !== undefined || this.callee !== "" || this.open === "[" || this.open === "{";
	}

	/** Notes an element. */
	note(value: string | undefined): void {
		if (this.index === 0 && this.name === undefined && this.first === undefined) {
			this.first = value;
		}
		this.beforeLast = this.last;
		this.last = value;
	}

	/** Keeps a text under its name. */
	keep(name: string, text: SpannedText): void {
		if (!askedNames.has(name)) {
			return;
		}
		this.named ??= new Map();
		if (this.named.size < 100) {
			this.named.set(name, text);
		}
	}
}

/** A place as it was when something stood there. */
export interface Place {
	readonly frame: Frame;
	readonly name: string | undefined;
	readonly index: number;
	readonly isCompared: boolean;
	/** Elements before it, nearest first. */
	readonly last: string | undefined;
	readonly beforeLast: string | undefined;
	/** The section of the file, where it has sections. */
	readonly section: string | undefined;
}

/** Deeper brackets than programs have are not opened: they would only cost. */
const deepest = 500;

/** Brackets that are open, with what is known of each. */
export class FrameStack {
	top = new Frame("", "", "", false, undefined);
	section: string | undefined;
	#depth = 0;
	#refused = 0;

	push(open: "(" | "[" | "{"): void {
		this.#push(open, "", "", false);
	}

	pushCall(callee: string, receiver: string, isDefinition: boolean): void {
		this.#push("(", callee, receiver, isDefinition);
	}

	#push(open: "(" | "[" | "{", callee: string, receiver: string, isDefinition: boolean): void {
		if (this.#depth >= deepest) {
			this.#refused += 1;
			return;
		}
		const isTaker = callee === "" ? this.top.isTaker : !isDefinition && isKnownCall(callee);
		this.top = new Frame(open, callee, receiver, isDefinition, this.top);
		this.top.isTaker = isTaker;
		this.#depth += 1;
	}

	/** Closes the innermost bracket of that kind, with up to two that were left open in it. */
	pop(open: "(" | "[" | "{"): Frame | undefined {
		if (this.#refused > 0) {
			this.#refused -= 1;
			return undefined;
		}
		let frame: Frame | undefined = this.top;
		for (let i = 0; i < 3 && frame !== undefined && frame.open !== ""; i++) {
			if (frame.open === open && frame.parent !== undefined) {
				this.top = frame.parent;
				handOptions(frame, frame.parent);
				this.#depth -= i + 1;
				return frame;
			}
			frame = frame.parent;
		}
		return undefined;
	}

	/** Begins a section of a file: what stands in the one before is not beside what follows. */
	beginSection(name: string): void {
		if (this.top.parent === undefined) {
			this.top = new Frame("", "", "", false, undefined);
			this.section = name;
		}
	}

	/** The place where the reader is, for later. */
	place(): Place {
		// While a frame is open nothing changes in those around it.
		for (
			let frame = this.top;
			frame.outer === undefined && frame.parent !== undefined;
			frame = frame.parent
		) {
			frame.outer = this.#placeIn(frame.parent);
		}
		return this.#placeIn(this.top);
	}

	#placeIn(frame: Frame): Place {
		return {
			frame,
			name: frame.name,
			index: frame.index,
			isCompared: frame.isCompared,
			last: frame.last,
			beforeLast: frame.beforeLast,
			section: this.section,
		};
	}
}

/** An object that is an argument of its own names options of the call. */
function handOptions(object: Frame, call: Frame): void {
	if (object.open === "{" && call.callee !== "" && call.name === undefined) {
		for (const [name, text] of object.named ?? []) {
			call.keep(name, text);
		}
	}
}
