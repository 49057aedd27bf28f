import * as v from "valibot";
import type { DeclaredLicense } from "../../model/model.ts";
import type { LockedFile } from "../../policy/lock.ts";
import { mapLicense } from "./mapLicense.ts";
import { isRecord, readWireRow } from "./wireRow.ts";

/** A repository at one commit, as far as a pin needs it. */
export interface PinnedState {
	/** Canonical. */
	readonly repoId: string;
	readonly hubId?: string;
	/** Commit. */
	readonly revision: string;
	readonly license?: DeclaredLicense;
	/** Absent: not told. */
	readonly files?: readonly LockedFile[];
}

const mostFiles = 20_000;
const fileSchema = v.object({
	rfilename: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
	size: v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined),
	blobId: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))), undefined),
	lfs: v.fallback(v.optional(v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })), undefined),
});

/** Reads a row of the Hub with the hashes of its files; `undefined` when it names no commit. */
export function mapPin(json: unknown): PinnedState | undefined {
	const row = readWireRow(json);
	if (row?.sha === undefined || !/^[0-9a-f]{40}$/.test(row.sha)) {
		return undefined;
	}
	const license = mapLicense(row);
	const siblings = isRecord(json) ? json["siblings"] : undefined;
	return {
		repoId: row.id,
		revision: row.sha,
		...(row._id === undefined ? {} : { hubId: row._id }),
		...(license === undefined ? {} : { license }),
		...(Array.isArray(siblings) ? { files: siblings.slice(0, mostFiles).flatMap(mapFile) } : {}),
	};
}

/** Large files are kept by their SHA-256; of others git's own hash is told. */
function mapFile(json: unknown): readonly LockedFile[] {
	const result = v.safeParse(fileSchema, json);
	if (!result.success) {
		return [];
	}
	const { rfilename, size, blobId, lfs } = result.output;
	return [
		{
			path: rfilename,
			...(size === undefined ? {} : { sizeBytes: size }),
			...(lfs !== undefined ? { sha256: lfs.sha256 } : blobId === undefined ? {} : { gitBlob: blobId }),
		},
	];
}
