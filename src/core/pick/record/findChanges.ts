import type { Model } from "../../model/model.ts";
import { firstFailure } from "../eliminate.ts";
import type { NeedContext, NeedKind } from "../needs.ts";
import type { PickResult } from "../pickResult.ts";
import type { PickRecord } from "./pickRecord.ts";

/**
 * What has changed since a choice was recorded, of the choice:
 * - `gone`: it is not known any more; `renamed`: it has another id,
 * - `fails`: it does not satisfy a requirement any more, or it is not known whether it does,
 * - `license`, `revision`: another one is declared,
 * - `place`: it stands elsewhere on the list, from 1; no place: on the list no more although it satisfies everything.
 * And of the others: `ahead`, models that stand before it now and did not.
 */
export type PickChange =
	| { readonly kind: "gone" }
	| { readonly kind: "renamed"; readonly repoId: string }
	| { readonly kind: "fails"; readonly need: NeedKind; readonly isUnknown: boolean }
	| { readonly kind: "license"; readonly from?: string; readonly to?: string }
	| { readonly kind: "revision"; readonly from: string; readonly to: string }
	| { readonly kind: "place"; readonly from: number; readonly to?: number }
	| { readonly kind: "ahead"; readonly repoId: string };

/**
 * Compares a record with the same sheet's answer of today. `find` gives a model by its repo id or the Hub's id. Empty: the
 * choice stands as it did.
 */
export function findChanges(
	record: PickRecord,
	result: PickResult,
	context: NeedContext,
	find: (id: string) => Model | undefined,
): readonly PickChange[] {
	const { choice } = record;
	const byId = choice.hubId === undefined ? undefined : find(choice.hubId);
	const model = byId ?? find(choice.repoId);
	if (model === undefined) {
		return [{ kind: "gone" }];
	}
	const changes: PickChange[] = [];
	if (model.repoId !== choice.repoId) {
		changes.push({ kind: "renamed", repoId: model.repoId });
	}
	const failure = firstFailure(model, context);
	if (failure !== undefined) {
		changes.push({ kind: "fails", ...failure });
	}
	const [from, to] = [choice.license, model.license].map((license) => license?.name ?? license?.id);
	if (from !== to) {
		changes.push({
			kind: "license",
			...(from === undefined ? {} : { from }),
			...(to === undefined ? {} : { to }),
		});
	}
	if (choice.revision !== undefined && model.revision !== undefined && choice.revision !== model.revision) {
		changes.push({ kind: "revision", from: choice.revision, to: model.revision });
	}
	return failure === undefined ? [...changes, ...comparePlaces(record, result, model)] : changes;
}

function comparePlaces(record: PickRecord, result: PickResult, model: Model): readonly PickChange[] {
	const { choice, alternatives } = record;
	// Records of before the place was kept: by their scores, as the list mostly is.
	const from = record.place ?? 1 + alternatives.filter(({ score }) => score > choice.score).length;
	const before = alternatives.slice(0, from - 1);
	const at = result.candidates.findIndex(
		(candidate) => candidate.model === model || candidate.siblings.includes(model),
	);
	const ahead = result.candidates
		.slice(0, at === -1 ? result.candidates.length : at)
		.map((candidate) => candidate.model.repoId)
		.filter((repoId) => !before.some((each) => each.repoId === repoId));
	const moved: readonly PickChange[] =
		at + 1 === from ? [] : [{ kind: "place", from, ...(at === -1 ? {} : { to: at + 1 }) }];
	return [...moved, ...ahead.map((repoId): PickChange => ({ kind: "ahead", repoId }))];
}
