import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isRecord, type RawRow } from "../../hub/rowFields.ts";

/** The optional folder of recorded data beside the checkout; mocha runs at the root of the repository. */
const RECORDED_FOLDER = resolve("../shared/hub");

/** Why tests against recorded replies cannot run here, or `undefined` where they can. */
export function explainMissingRecordings(): string | undefined {
	return existsSync(join(RECORDED_FOLDER, "models.jsonl"))
		? undefined
		: "no recorded replies of the Hub in ../shared/hub";
}

/** A recorded file's path. */
export function findRecording(name: string): string {
	return join(RECORDED_FOLDER, name);
}

/** Paths of the verbatim replies of `/api/models/{id}`. */
export function listSingleRecordings(): readonly string[] {
	return readdirSync(findRecording("single"))
		.filter((name) => name.endsWith(".json"))
		.map((name) => join(RECORDED_FOLDER, "single", name));
}

export function readRecording(path: string): RawRow {
	const json: unknown = JSON.parse(readFileSync(path, "utf8"));
	if (!isRecord(json)) {
		throw new Error(`${path} holds no object`);
	}
	return json;
}
