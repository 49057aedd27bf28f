import { type CallPlace, namesByFirst } from "../candidates/callSites.ts";
import type { SpannedText } from "../candidates/candidate.ts";
import type { Frame, Place } from "./frameStack.ts";

const mostFrames = 6;

/** What a place is given to, nearest first. */
export function namesOf(place: Place): string[] {
	const names: string[] = [];
	let at: Place | undefined = place;
	for (let i = 0; i < mostFrames && at !== undefined; i++) {
		const { callee, first } = at.frame;
		const named = callee !== "" && namesByFirst(callee) && (at.index > 0 || at.name !== undefined);
		if (named && first !== undefined) {
			names.push(first.replace(/^-+/, ""));
		} else if (at.name !== undefined) {
			names.push(at.name);
		}
		at = at.frame.outer;
	}
	if (place.section !== undefined && place.section !== "") {
		names.push(place.section.slice(place.section.lastIndexOf(".") + 1));
	}
	return names;
}

/** Calls around a place, nearest first. An object in a call names the call's arguments. */
export function callsOf(place: Place): CallPlace[] {
	const calls: CallPlace[] = [];
	let argument: string | undefined;
	let at: Place | undefined = place;
	for (let i = 0; i < mostFrames && at !== undefined && calls.length < 3; i++) {
		const frame: Frame = at.frame;
		if (frame.open === "{") {
			argument ??= at.name;
		}
		if (frame.callee !== "" && !frame.isDefinition) {
			const name = at.name ?? argument;
			calls.push({
				name: frame.callee,
				receiver: frame.receiver,
				index: at.index,
				...(name === undefined ? {} : { argument: name }),
				...(frame.first === undefined ? {} : { first: frame.first }),
			});
			argument = undefined;
		}
		// What is in a function's body is no argument.
		at = frame.open === "" || frame.isBody ? undefined : frame.outer;
	}
	return calls;
}

/** What stands beside a place under one of some names: in the same brackets, or in the call around them. */
export function findBeside(place: Place, names: readonly string[]): SpannedText | undefined {
	let at: Place | undefined = place;
	for (let i = 0; i < 3 && at !== undefined; i++) {
		if (at.frame.open === "" && at.section === undefined) {
			return undefined;
		}
		for (const name of names) {
			const found = at.frame.named?.get(name);
			if (found !== undefined) {
				return found;
			}
		}
		if (at.frame.callee !== "") {
			return undefined;
		}
		at = at.frame.outer;
	}
	return undefined;
}
