import { listPresets } from "../../core/hardware/listPresets.ts";
import type { Target } from "../../core/hardware/target.ts";
import { isHubError } from "../../core/hub/hubError.ts";
import { classifyLicense } from "../../core/license/resolveLicense.ts";
import type { JudgeFit, NeedContext } from "../../core/pick/needs.ts";
import { pickCandidates } from "../../core/pick/pickCandidates.ts";
import type { PickResult } from "../../core/pick/pickResult.ts";
import { planQuestions } from "../../core/pick/planQuestions.ts";
import { openQualityKnowledge, type QualityKnowledge } from "../../core/pick/quality/scoreModels.ts";
import type { RankWeights } from "../../core/pick/rank.ts";
import { relaxSheet } from "../../core/pick/relaxSheet.ts";
import { needsOfSheet } from "../../core/pick/sheet/needsOfSheet.ts";
import type { RequirementSheet } from "../../core/pick/sheet/requirement.ts";
import { logProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import type { PackagedTables } from "../packagedTables.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { TargetStore } from "../state/targetStore.ts";

/** Of the extension's own table: opened by the first pick, for all. */
let shipped: QualityKnowledge | undefined;
const nothingKnown = openQualityKnowledge({ models: {} });

/** What a choice is made with. */
export interface PickEngineParts {
	readonly store: CatalogStore;
	readonly targets: TargetStore;
	readonly fit: FitSource;
	readonly tables: PackagedTables;
	readonly log: Log;
}

/** A sheet's answer, with what it was made from. */
export interface Choice {
	readonly sheet: RequirementSheet;
	readonly context: NeedContext;
	readonly result: PickResult;
	/** Those that the sheet names, in the order of the verdicts. */
	readonly targets: readonly Target[];
	readonly weights?: RankWeights;
}

/** Answers sheets from what is known here, and asks the Hub for more within a budget: for the steps, the tool and others. */
export class PickEngine {
	readonly #parts: PickEngineParts;
	#known: { readonly version: number; readonly choice: Choice } | undefined;

	constructor(parts: PickEngineParts) {
		this.#parts = parts;
	}

	/** Loads what is on disk, and what judges. */
	async prepare(): Promise<void> {
		const { store, targets, fit, tables } = this.#parts;
		const [evidence] = await Promise.all([
			tables.read("evidence"),
			store.ensureLoaded(),
			targets.ensureDetected(),
			fit.ensureLoaded(),
		]);
		shipped ??= openQualityKnowledge(evidence);
	}

	/** The answer from all that is known now; the same one until something else is known or asked. */
	choose(sheet: RequirementSheet, weights?: RankWeights): Choice {
		const { catalog } = this.#parts.store;
		const known = this.#known;
		if (
			known?.choice.sheet === sheet &&
			known.choice.weights === weights &&
			known.version === catalog.version
		) {
			return known.choice;
		}
		const context = this.#describeContext(sheet, weights);
		const result = pickCandidates({ ...context, models: catalog.query({}).models });
		const choice: Choice = {
			sheet,
			context,
			// What only the repository's policy stands in the way of is not for the one who picks to change.
			result: {
				...result,
				counterfactuals: result.counterfactuals.filter(({ relaxation }) => relaxSheet(sheet, relaxation)),
			},
			targets: context.needs.targets,
			...(weights === undefined ? {} : { weights }),
		};
		this.#known = { version: catalog.version, choice };
		return choice;
	}

	/**
	 * Asks the Hub for models that may do, a page after the other; each joins what is known when it is there. What fails
	 * is logged, and the questions that would fail as well are not asked.
	 */
	async askHub(sheet: RequirementSheet, signal: AbortSignal): Promise<void> {
		const { store, log } = this.#parts;
		for (const question of planQuestions(this.#describeContext(sheet, undefined).needs)) {
			if (signal.aborted) {
				return;
			}
			try {
				await store.readQuietly(question, signal);
			} catch (error) {
				if (!isHubError(error, "cancelled")) {
					logProblem(error, log);
				}
				return;
			}
		}
	}

	#describeContext(sheet: RequirementSheet, weights: RankWeights | undefined): NeedContext {
		const needs = needsOfSheet(sheet, [...this.#parts.targets.targets, ...listPresets()]);
		return {
			needs,
			classifyLicense,
			judge: this.#chooseJudge(needs.speedFloor !== undefined),
			quality: shipped ?? nothingKnown,
			nowMs: Date.now(),
			...(weights === undefined ? {} : { weights }),
		};
	}

	/** Speed takes longer to tell than fit, so it is told only where somebody asks. */
	#chooseJudge(needsSpeed: boolean): JudgeFit {
		const { judge } = this.#parts.fit;
		if (judge === undefined) {
			return (_, target, contextTokens) => ({
				targetId: target.id,
				answer: "unknown",
				reasons: [],
				parts: {},
				contextTokens,
			});
		}
		return (model, target, contextTokens, narrow) => {
			const { verdict, candidate } = judge.judgeBest(model, target, contextTokens, narrow);
			if (!needsSpeed || candidate === undefined) {
				return verdict;
			}
			const decoding = judge.judge(model, candidate, target, contextTokens).speed?.decode;
			return decoding === undefined ? verdict : { ...verdict, speed: decoding };
		};
	}
}
