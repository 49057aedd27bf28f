import type { Target } from "../../hardware/target.ts";
import { findSpokenLanguages } from "../../languages/spokenLanguages.ts";
import { readLicenseTerms } from "../../license/readLicenseTerms.ts";
import type { Model } from "../../model/model.ts";
import type { Relaxation } from "../counterfactuals.ts";
import type { NeedKind } from "../needs.ts";
import type { PickCandidate, PickResult } from "../pickResult.ts";
import { type RankWeights, rankWeights } from "../rank.ts";
import type { RequirementSheet } from "../sheet/requirement.ts";
import { type PickRecord, type RecordedModel, recordVersion } from "./pickRecord.ts";

/** So many stated results are enough to see what the quality rests on. */
const mostStated = 5;

/** What a record is made of. */
export interface AnswerInput {
	readonly sheet: RequirementSheet;
	readonly result: PickResult;
	readonly targets: readonly Target[];
	readonly weights?: RankWeights;
	/** Where the models are from, and the day of the newest of them. */
	readonly source: string;
	readonly asOfMs?: number;
	readonly nowMs: number;
}

/** An answer as plain JSON: a record of which nothing is chosen yet, with what would have to change. */
export type PickAnswer = Omit<PickRecord, "kind" | "version" | "choice" | "place" | "alternatives"> & {
	readonly candidates: readonly RecordedModel[];
	/** Just out of reach: what they fail, and by how much. */
	readonly almost: readonly {
		readonly repoId: string;
		readonly need: NeedKind;
		readonly missingBytes?: number;
		readonly contextTokens?: number;
	}[];
	readonly counterfactuals: readonly {
		readonly relaxation: Relaxation;
		readonly families: number;
		readonly best: string;
		readonly place: number;
	}[];
};

/** What a sheet is answered with, for those who read JSON. */
export function describeAnswer(input: AnswerInput): PickAnswer {
	const { sheet, result, targets, weights = rankWeights, source, asOfMs, nowMs } = input;
	return {
		madeAt: writeTime(nowMs),
		data: {
			models: result.total,
			source,
			...(asOfMs === undefined ? {} : { asOf: writeTime(asOfMs) }),
		},
		sheet,
		weights: { ...weights },
		trail: [...result.trail],
		candidates: result.candidates.map((candidate) => describe(candidate, targets)),
		almost: result.almost.map(({ model, need, missingBytes, contextTokens }) => ({
			repoId: model.repoId,
			need,
			...(missingBytes === undefined ? {} : { missingBytes }),
			...(contextTokens === undefined ? {} : { contextTokens }),
		})),
		counterfactuals: result.counterfactuals.map(({ best, ...each }) => ({ ...each, best: best.repoId })),
		leftOut: result.leftOut.map(({ model, need, isUnknown }) => ({ repoId: model.repoId, need, isUnknown })),
	};
}

/** The record of a choice; `undefined` where what was chosen is not on the list. */
export function createRecord(input: AnswerInput & { readonly choice: Model }): PickRecord | undefined {
	const { candidates, almost: _, counterfactuals: __, ...answer } = describeAnswer(input);
	const choice = candidates.find(({ repoId }) => repoId === input.choice.repoId);
	return choice === undefined
		? undefined
		: {
				kind: "open-models-pick",
				version: recordVersion,
				...answer,
				choice,
				place: candidates.indexOf(choice) + 1,
				alternatives: candidates.filter((candidate) => candidate !== choice),
			};
}

function describe(candidate: PickCandidate, targets: readonly Target[]): RecordedModel {
	const { model, verdicts, reasons, unverified, terms, score, quality, loadAs } = candidate;
	const { hubId, revision, license, parameters, contextLength, counters } = model;
	const { obligations, textUrl } = readLicenseTerms(license);
	const published = findSpokenLanguages(model)?.published;
	return {
		repoId: model.repoId,
		...(hubId === undefined ? {} : { hubId }),
		...(revision === undefined ? {} : { revision }),
		...(license === undefined
			? {}
			: { license: { id: license.id, ...(license.name === undefined ? {} : { name: license.name }) } }),
		obligations: obligations.map(({ code }) => code),
		...(textUrl === undefined ? {} : { licenseUrl: textUrl }),
		...(parameters === undefined ? {} : { parameters: parameters.total.value }),
		...(contextLength === undefined ? {} : { contextTokens: contextLength.value }),
		...(counters.downloads30d === undefined ? {} : { downloads30d: counters.downloads30d }),
		...(loadAs === undefined ? {} : { loadAs: loadAs.repoId }),
		asOf: writeTime(model.readAtMs),
		verdicts: verdicts.map((verdict, at) => ({
			target: targets[at]?.name ?? verdict.targetId,
			answer: verdict.answer,
			...(verdict.label === undefined ? {} : { label: verdict.label }),
			...(verdict.required === undefined ? {} : { requiredBytes: verdict.required.value }),
			...(verdict.required?.basis === "estimated" ? { isEstimated: true } : {}),
			...(verdict.budget === undefined ? {} : { budgetBytes: verdict.budget.value }),
			contextTokens: verdict.contextTokens,
		})),
		...(reasons.includes("languagesPublished") && published !== undefined ? { languages: published } : {}),
		reasons: [...reasons],
		unverified: [...unverified],
		terms: { ...terms },
		score,
		...(quality === undefined ? {} : { quality: quality.basis.kind }),
		...(quality?.stated === undefined
			? {}
			: {
					stated: quality.stated
						.slice(0, mostStated)
						.map(({ benchmark, value, isVerified, source: from }) => ({
							benchmark,
							value,
							isVerified,
							...(from === undefined ? {} : { source: from }),
						})),
				}),
	};
}

function writeTime(timeMs: number): string {
	return new Date(timeMs).toISOString();
}
