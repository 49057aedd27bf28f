import type { Target } from "../../hardware/target.ts";
import { readLicenseTerms } from "../../license/readLicenseTerms.ts";
import type { Model } from "../../model/model.ts";
import type { PickCandidate, PickResult } from "../pickResult.ts";
import { type RankWeights, rankWeights } from "../rank.ts";
import type { RequirementSheet } from "../sheet/requirement.ts";
import { type PickRecord, type RecordedModel, recordVersion } from "./pickRecord.ts";

/** What a record is made of. */
export interface RecordInput {
	readonly sheet: RequirementSheet;
	readonly result: PickResult;
	/** One of the candidates. */
	readonly choice: Model;
	readonly targets: readonly Target[];
	readonly weights?: RankWeights;
	/** Where the models are from, and the day of the newest of them. */
	readonly source: string;
	readonly asOfMs?: number;
	readonly nowMs: number;
}

/** The record of a choice; `undefined` where what was chosen is not on the list. */
export function createRecord(input: RecordInput): PickRecord | undefined {
	const { sheet, result, choice, targets, weights = rankWeights, source, asOfMs, nowMs } = input;
	const chosen = result.candidates.find(({ model }) => model.repoId === choice.repoId);
	if (chosen === undefined) {
		return undefined;
	}
	return {
		kind: "open-models-pick",
		version: recordVersion,
		madeAt: writeTime(nowMs),
		data: {
			models: result.total,
			source,
			...(asOfMs === undefined ? {} : { asOf: writeTime(asOfMs) }),
		},
		sheet,
		weights: { ...weights },
		trail: [...result.trail],
		choice: describe(chosen, targets),
		alternatives: result.candidates
			.filter((candidate) => candidate !== chosen)
			.map((candidate) => describe(candidate, targets)),
		leftOut: result.leftOut.map(({ model, need, isUnknown }) => ({ repoId: model.repoId, need, isUnknown })),
	};
}

function describe(candidate: PickCandidate, targets: readonly Target[]): RecordedModel {
	const { model, verdicts, reasons, unverified, terms, score, quality } = candidate;
	const { hubId, revision, license, parameters, contextLength, counters } = model;
	const { obligations, textUrl } = readLicenseTerms(license);
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
		asOf: writeTime(model.readAtMs),
		verdicts: verdicts.map((verdict, at) => ({
			target: targets[at]?.name ?? verdict.targetId,
			answer: verdict.answer,
			...(verdict.label === undefined ? {} : { label: verdict.label }),
			...(verdict.required === undefined ? {} : { requiredBytes: verdict.required.value }),
			...(verdict.budget === undefined ? {} : { budgetBytes: verdict.budget.value }),
			contextTokens: verdict.contextTokens,
		})),
		reasons: [...reasons],
		unverified: [...unverified],
		terms: { ...terms },
		score,
		...(quality === undefined ? {} : { quality: quality.basis.kind }),
	};
}

function writeTime(timeMs: number): string {
	return new Date(timeMs).toISOString();
}
