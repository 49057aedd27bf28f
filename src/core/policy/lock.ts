import type { DeclaredLicense } from "../model/model.ts";

/** Name of the lock's file, in the root of a repository. */
export const lockFileName = "openmodels.lock";

/** A file of a pinned model. */
export interface LockedFile {
	/** In the repository, with `/`. */
	readonly path: string;
	readonly sizeBytes?: number;
	/** Of the content, in lower-case hexadecimal. The Hub tells it of large files only. */
	readonly sha256?: string;
	/** Git's hash of the content (SHA-1), for files that are not kept as large ones. */
	readonly gitBlob?: string;
}

/** A model as it was when it was pinned. */
export interface LockedModel {
	readonly id: string;
	/** The Hub's `_id`, by which a renamed model is known again. */
	readonly hubId?: string;
	/** Commit: 40 hexadecimal digits. */
	readonly revision: string;
	/** As it was stated then; absent: none was. */
	readonly license?: Pick<DeclaredLicense, "id" | "name" | "link">;
	/** By path; absent: not told. */
	readonly files?: readonly LockedFile[];
	/** Day of the pin, `YYYY-MM-DD`. */
	readonly date: string;
}

/** What a repository has pinned, by id, then by revision. A model may be pinned at several revisions. */
export interface Lock {
	readonly models: readonly LockedModel[];
}

/** The pins of a model, by its ID in any case. */
export function findPins(lock: Lock, repoId: string): readonly LockedModel[] {
	const wanted = repoId.toLowerCase();
	return lock.models.filter(({ id }) => id.toLowerCase() === wanted);
}

/** Whether a revision is a commit, which never changes, and no branch or tag. */
export function isCommit(revision: string): boolean {
	return /^[0-9a-f]{40}$/.test(revision);
}
