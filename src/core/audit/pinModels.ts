import { isHubError } from "../hub/hubError.ts";
import type { PinnedState } from "../hub/wire/mapPin.ts";
import type { DeclaredLicense } from "../model/model.ts";
import type { FindingDetails } from "../policy/finding.ts";
import { isCommit, type Lock, type LockedFile, type LockedModel } from "../policy/lock.ts";
import type { AuditedModel } from "./audit.ts";

/** Reads a model at a revision, or as it is now. Throws `HubError`. */
export type ReadPinned = (
	repoId: string,
	revision: string | undefined,
	signal: AbortSignal,
) => Promise<PinnedState>;

/** What pinning came to. */
export interface Pinning {
	readonly lock: Lock;
	/** Models that could not be pinned, with why. */
	readonly failed: readonly { readonly repoId: string; readonly error: unknown }[];
}

/**
 * Pins every model that is used and has no pin: at the commit that stands beside its ID, else as it is now. A pin that is
 * there stays as it is; one of a model that is not used any more goes.
 */
export async function pinModels(
	models: readonly AuditedModel[],
	lock: Lock,
	readPinned: ReadPinned,
	today: string,
	signal: AbortSignal,
): Promise<Pinning> {
	const pinned: LockedModel[] = [];
	const failed: { repoId: string; error: unknown }[] = [];
	for (const model of models) {
		const written = listWrittenCommits(model);
		const kept = model.pins.filter(({ revision }) => written.length === 0 || written.includes(revision));
		pinned.push(...kept);
		const wanted = written.filter((commit) => !kept.some(({ revision }) => revision === commit));
		const isNew = kept.length === 0 && written.length === 0;
		for (const revision of isNew ? [undefined] : wanted) {
			signal.throwIfAborted();
			try {
				pinned.push(toPin(await readPinned(model.repoId, revision, signal), today));
			} catch (error) {
				if (isHubError(error, "cancelled")) {
					throw error;
				}
				failed.push({ repoId: model.repoId, error });
			}
		}
	}
	const isFailed = new Set(failed.map(({ repoId }) => repoId));
	const left = lock.models.filter(
		(pin) => isFailed.has(pin.id) && !pinned.some((each) => isSamePin(each, pin)),
	);
	return { lock: { models: [...pinned, ...left] }, failed };
}

/**
 * What became of a pinned model: whether the commit is still there with the same files, whether there are newer ones,
 * and whether its license is still the same. Two requests.
 */
export async function checkPin(
	pin: LockedModel,
	readPinned: ReadPinned,
	signal: AbortSignal,
): Promise<readonly FindingDetails[]> {
	let now: PinnedState;
	try {
		now = await readPinned(pin.id, undefined, signal);
	} catch (error) {
		if (isHubError(error, "notFound")) {
			return [{ code: "notFound" }];
		}
		throw error;
	}
	const found: FindingDetails[] = [];
	if (now.repoId !== pin.id) {
		found.push({ code: "renamed", to: now.repoId });
	}
	const then =
		now.revision === pin.revision ? now : await readThen(now.repoId, pin.revision, readPinned, signal);
	if (then === undefined || (pin.hubId !== undefined && now.hubId !== undefined && pin.hubId !== now.hubId)) {
		found.push({ code: "pinBroken", pinned: pin.revision, files: [] });
	} else {
		const files = listChangedFiles(pin.files, then.files);
		if (files.length > 0) {
			found.push({ code: "pinBroken", pinned: pin.revision, files });
		}
	}
	if (now.revision !== pin.revision) {
		found.push({ code: "pinMoved", pinned: pin.revision, current: now.revision });
	}
	if (pin.license?.id !== now.license?.id || pin.license?.name !== now.license?.name) {
		const before: DeclaredLicense | undefined = pin.license && { ...pin.license, origin: "card" };
		found.push({
			code: "licenseChanged",
			...(before === undefined ? {} : { before }),
			...(now.license === undefined ? {} : { after: now.license }),
		});
	}
	return found;
}

async function readThen(
	repoId: string,
	revision: string,
	readPinned: ReadPinned,
	signal: AbortSignal,
): Promise<PinnedState | undefined> {
	try {
		return await readPinned(repoId, revision, signal);
	} catch (error) {
		if (isHubError(error, "notFound")) {
			return undefined;
		}
		throw error;
	}
}

/** Paths whose hash or size is another one, or that are gone; nothing where either list is not told. */
function listChangedFiles(
	before: readonly LockedFile[] | undefined,
	after: readonly LockedFile[] | undefined,
): readonly string[] {
	if (before === undefined || after === undefined) {
		return [];
	}
	const current = new Map(after.map((file) => [file.path, file]));
	return before.filter((file) => !isSameFile(file, current.get(file.path))).map(({ path }) => path);
}

function isSameFile(before: LockedFile, after: LockedFile | undefined): boolean {
	return (
		after !== undefined &&
		isSameWhereTold(before.sha256, after.sha256) &&
		isSameWhereTold(before.gitBlob, after.gitBlob) &&
		isSameWhereTold(before.sizeBytes, after.sizeBytes)
	);
}

function isSameWhereTold<Value>(before: Value | undefined, after: Value | undefined): boolean {
	return before === undefined || after === undefined || before === after;
}

function listWrittenCommits({ uses }: AuditedModel): readonly string[] {
	const commits = uses.flatMap(({ revision }) =>
		revision !== undefined && isCommit(revision) ? [revision] : [],
	);
	return [...new Set(commits)];
}

function toPin({ repoId, hubId, revision, license, files }: PinnedState, date: string): LockedModel {
	return {
		id: repoId,
		revision,
		date,
		...(hubId === undefined ? {} : { hubId }),
		...(license === undefined
			? {}
			: {
					license: {
						id: license.id,
						...(license.name === undefined ? {} : { name: license.name }),
						...(license.link === undefined ? {} : { link: license.link }),
					},
				}),
		...(files === undefined ? {} : { files }),
	};
}

function isSamePin(a: LockedModel, b: LockedModel): boolean {
	return a.id === b.id && a.revision === b.revision;
}
