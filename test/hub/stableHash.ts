import { createHash } from "node:crypto";

/** Hex digits that are the same for the same text on every run, so that ids, hashes and ETags stay put. */
export function hashStably(text: string, digits: number, algorithm: "sha1" | "sha256" = "sha1"): string {
	return createHash(algorithm).update(text).digest("hex").slice(0, digits);
}

/**
 * An ObjectId for a row that came without one: its first four bytes are the creation time in seconds, as in
 * the Hub's own (https://www.mongodb.com/docs/manual/reference/bson-types/#objectid, 2026-08).
 */
export function makeObjectId(id: string, createdAt: string): string {
	const createdAtMs = Date.parse(createdAt);
	const seconds = Math.floor((Number.isFinite(createdAtMs) ? createdAtMs : EARLIEST_MS) / 1000);
	return (seconds >>> 0).toString(16).padStart(8, "0") + hashStably(id, 16);
}

/** The Hub shows this date for everything older. */
const EARLIEST_MS = Date.parse("2022-03-02T23:29:04.000Z");
