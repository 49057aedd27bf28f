import * as v from "valibot";
import type { FileProblem } from "./fileProblem.ts";
import { listUnknownKeys } from "./listUnknownKeys.ts";
import type { Lock, LockedModel } from "./lock.ts";
import { readDocument } from "./readDocument.ts";

/** Version of the lock's form that is read and written. */
export const lockVersion = 1;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const digest = (length: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${length}}$`)));

const modelSchema = v.object({
	id: v.pipe(text, v.regex(/^[\w.-]+(?:\/[\w.-]+)?$/)),
	hubId: v.exactOptional(digest(24)),
	revision: digest(40),
	license: v.exactOptional(v.object({ id: text, name: v.exactOptional(text), link: v.exactOptional(text) })),
	files: v.exactOptional(
		v.pipe(
			v.array(
				v.object({
					path: text,
					sizeBytes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
					sha256: v.exactOptional(digest(64)),
					gitBlob: v.exactOptional(digest(40)),
				}),
			),
			v.maxLength(20_000),
		),
	),
	date: v.pipe(v.string(), v.isoDate()),
});

const lockSchema = v.object({
	$schema: v.exactOptional(v.string()),
	lockVersion: v.literal(lockVersion),
	models: v.array(modelSchema),
});

/** A lock as far as it holds, and everything that is wrong with its file. */
export interface ParsedLock {
	readonly lock: Lock;
	readonly problems: readonly FileProblem[];
}

/** Reads the text of a lock. A model that does not hold is reported and left out. Never throws. */
export function parseLock(source: string): ParsedLock {
	const document = readDocument(source);
	const problems = [...document.problems];
	if (document.value === undefined) {
		return { lock: { models: [] }, problems };
	}
	const { lockVersion: version, models: rows } = document.value;
	if (version !== lockVersion) {
		problems.push(document.report("unknownVersion", ["lockVersion"], String(version)));
		return { lock: { models: [] }, problems };
	}
	for (const path of listUnknownKeys(lockSchema, document.value, [])) {
		problems.push(document.report("unknownKey", path, String(path.at(-1))));
	}
	if (!Array.isArray(rows)) {
		problems.push(document.report("invalidValue", ["models"]));
		return { lock: { models: [] }, problems };
	}
	const models = rows.flatMap((row: unknown, index): readonly LockedModel[] => {
		const result = v.safeParse(modelSchema, row);
		if (!result.success) {
			problems.push(document.report("invalidValue", ["models", index]));
			return [];
		}
		return [result.output];
	});
	return { lock: { models }, problems };
}
