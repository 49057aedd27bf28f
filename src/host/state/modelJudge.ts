import type { Reading } from "../../core/adoption/derivatives.ts";
import type { Direction } from "../../core/adoption/direction.ts";
import { judgeDirection } from "../../core/adoption/direction.ts";
import type { ModelHistory } from "../../core/adoption/relativeAdoption.ts";
import type { BestVerdict } from "../../core/fit/fitJudge.ts";
import type { Target } from "../../core/hardware/target.ts";
import type { Model } from "../../core/model/model.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Settings } from "../settings.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { FitSource } from "./fitSource.ts";
import type { ReadingStore } from "./readingStore.ts";
import type { TargetStore } from "./targetStore.ts";

/** The verdict on the best of what could be loaded of a model, on one target. */
export interface Judged extends BestVerdict {
	readonly target: Target;
}

/** What every view says of a model, said in one place: verdicts on the checked targets and the direction of adoption. */
export class ModelJudge {
	readonly #settings: Settings;
	readonly #targets: TargetStore;
	readonly #store: CatalogStore;
	readonly #readings: ReadingStore;
	readonly #fit: FitSource;

	constructor(
		settings: Settings,
		targets: TargetStore,
		store: CatalogStore,
		readings: ReadingStore,
		fit: FitSource,
	) {
		this.#settings = settings;
		this.#targets = targets;
		this.#store = store;
		this.#readings = readings;
		this.#fit = fit;
	}

	/**
	 * The checked targets with the verdict on each, at the context length of the settings; those of a policy that names some
	 * instead, at its context length if it has one. None until the judge is loaded, which asking for a verdict sees to.
	 */
	judge(model: Model, policy?: Policy): readonly Judged[] {
		const { judge } = this.#fit;
		if (!judge) {
			void this.#fit.ensureLoaded();
			return [];
		}
		const isPolicys = policy !== undefined && policy.targets.length > 0;
		const contextTokens = (isPolicys ? policy.contextTokens : undefined) ?? this.#settings.contextTokens;
		return (isPolicys ? policy.targets : this.#targets.checked).map((target) => ({
			target,
			...judge.judgeBest(model, target, contextTokens),
		}));
	}

	/** Dated readings: those that the catalog carries, then our own. */
	getReadings(model: Model): readonly Reading[] {
		const own = this.#readings.getReadings(model);
		const [first] = own;
		const embedded = this.#store.getEmbeddedReadings(model.repoId);
		return first ? [...embedded.filter(({ readAtMs }) => readAtMs < first.readAtMs), ...own] : embedded;
	}

	/** All models known, with their readings, which are read when asked for: of all models, few are looked at. */
	listHistories(): readonly ModelHistory[] {
		const getReadings = (model: Model): readonly Reading[] => this.getReadings(model);
		return this.#store.catalog.models.map((model) => ({
			model,
			get readings() {
				return getReadings(model);
			},
		}));
	}

	/** Makes our own readings known to what is judged from then on. */
	ensureReadings(): Promise<void> {
		return this.#readings.ensureLoaded();
	}

	/** As of the day on which the counters were read: an old reading says nothing of today. */
	judgeDirection(model: Model): Direction {
		return judgeDirection(model, this.getReadings(model), model.readAtMs);
	}
}
