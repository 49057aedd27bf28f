import type { Reading } from "../adoption/derivatives.ts";
import { findJumps } from "../adoption/jumps.ts";
import type { Gating, Model } from "../model/model.ts";

/** What a watched model was like when it was last looked at. A fact that was not known then is absent. */
export interface SeenModel {
	readonly repoId: string;
	readonly revision?: string;
	/** The license as it was stated: its id, and its name where it has one. */
	readonly license?: string;
	readonly gating?: Gating;
	readonly isDisabled?: boolean;
	readonly successor?: string;
	readonly seenAtMs: number;
}

/** What changed of a watched model since it was last looked at. */
export type WatchedChange =
	| { readonly kind: "removed" }
	| { readonly kind: "disabled" }
	| { readonly kind: "renamed"; readonly from: string }
	| { readonly kind: "license"; readonly from: string; readonly to: string | undefined }
	| { readonly kind: "gating"; readonly from: Gating; readonly to: Gating }
	| { readonly kind: "successor"; readonly repoId: string }
	/** Downloads in 30 days jumped or collapsed: the new value over the old one. */
	| { readonly kind: "downloads"; readonly ratio: number; readonly atMs: number }
	| { readonly kind: "revision" };

/** What is known now of a watched model. */
export interface WatchedNow {
	/** `undefined`: nothing is known of it. */
	readonly model: Model | undefined;
	/** The Hub said that it does not have it, or does not show it. */
	readonly isRemoved: boolean;
	readonly successor: string | undefined;
	/** Own readings, ascending by time. */
	readonly readings: readonly Reading[];
}

/** A model as it is looked at now. */
export function takeSeen(repoId: string, { model, successor }: WatchedNow, nowMs: number): SeenModel {
	const license = nameStatement(model);
	return {
		repoId: model?.repoId ?? repoId,
		...(model?.revision === undefined ? {} : { revision: model.revision }),
		...(license === undefined ? {} : { license }),
		...(model?.gating === undefined ? {} : { gating: model.gating }),
		...(model?.isDisabled === undefined ? {} : { isDisabled: model.isDisabled }),
		...(successor === undefined ? {} : { successor }),
		seenAtMs: nowMs,
	};
}

/**
 * The changes since, the gravest first. What was not known then, or is not known now, is no change; but a license that
 * was stated and is no longer is one.
 */
export function listWatchedChanges(seen: SeenModel, now: WatchedNow): readonly WatchedChange[] {
	const { model } = now;
	if (now.isRemoved) {
		return [{ kind: "removed" }];
	}
	if (model === undefined) {
		return [];
	}
	const changes: WatchedChange[] = [];
	if (model.isDisabled === true && seen.isDisabled !== true) {
		changes.push({ kind: "disabled" });
	}
	const license = nameStatement(model);
	// Only what was read from the Hub since can say that a license is gone.
	if (seen.license !== undefined && license !== seen.license && model.readAtMs > seen.seenAtMs) {
		changes.push({ kind: "license", from: seen.license, to: license });
	}
	if (seen.gating !== undefined && model.gating !== undefined && seen.gating !== model.gating) {
		changes.push({ kind: "gating", from: seen.gating, to: model.gating });
	}
	if (seen.repoId !== model.repoId) {
		changes.push({ kind: "renamed", from: seen.repoId });
	}
	if (now.successor !== undefined && now.successor !== seen.successor) {
		changes.push({ kind: "successor", repoId: now.successor });
	}
	const jump = findJumps(now.readings)
		.filter(({ atMs }) => atMs > seen.seenAtMs)
		.at(-1);
	if (jump !== undefined) {
		changes.push({ kind: "downloads", ratio: jump.ratio, atMs: jump.atMs });
	}
	if (seen.revision !== undefined && model.revision !== undefined && seen.revision !== model.revision) {
		changes.push({ kind: "revision" });
	}
	return changes;
}

/** A license inherited from a base model is that one's statement. */
function nameStatement(model: Model | undefined): string | undefined {
	const license = model?.license;
	return license === undefined || license.origin === "inherited" ? undefined : (license.name ?? license.id);
}
