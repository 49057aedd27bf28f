import { WatchedMarks } from "../sidebar/watchedMarks.ts";
import { WatchTracker, type WatchTrackerParts } from "./watchTracker.ts";

/** What tells what changed of watched models, and how that is shown: loaded when something is watched. */
export interface WatchRoom {
	readonly tracker: WatchTracker;
	readonly marks: WatchedMarks;
}

/** Puts the room together. */
export function createWatchRoom(parts: WatchTrackerParts): WatchRoom {
	const tracker = new WatchTracker(parts);
	return { tracker, marks: new WatchedMarks(tracker, parts.watched) };
}
