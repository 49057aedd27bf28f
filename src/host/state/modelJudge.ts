import type { Reading } from "../../core/adoption/derivatives.ts";
import type { Direction } from "../../core/adoption/direction.ts";
import { judgeDirection } from "../../core/adoption/direction.ts";
import { judgeFit } from "../../core/fit/judgeFit.ts";
import type { Verdict } from "../../core/fit/verdict.ts";
import type { Target } from "../../core/hardware/target.ts";
import type { Model } from "../../core/model/model.ts";
import type { Settings } from "../settings.ts";
import type { CatalogStore } from "./catalogStore.ts";
import type { ReadingStore } from "./readingStore.ts";
import type { TargetStore } from "./targetStore.ts";

/** What every view says of a model, said in one place: verdicts on the checked targets and the direction of adoption. */
export class ModelJudge {
	readonly #settings: Settings;
	readonly #targets: TargetStore;
	readonly #store: CatalogStore;
	readonly #readings: ReadingStore;

	constructor(settings: Settings, targets: TargetStore, store: CatalogStore, readings: ReadingStore) {
		this.#settings = settings;
		this.#targets = targets;
		this.#store = store;
		this.#readings = readings;
	}

	/** The checked targets with the verdict on each, at the context length of the settings unless told otherwise. */
	judge(
		model: Model,
		contextTokens: number = this.#settings.contextTokens,
	): readonly { target: Target; verdict: Verdict }[] {
		return this.#targets.checked.map((target) => ({
			target,
			verdict: judgeFit(model, target, contextTokens),
		}));
	}

	/** Dated readings: those that the catalog carries, then our own. */
	getReadings(model: Model): readonly Reading[] {
		const own = this.#readings.getReadings(model);
		const [first] = own;
		const embedded = this.#store.getEmbeddedReadings(model.repoId);
		return first ? [...embedded.filter(({ readAtMs }) => readAtMs < first.readAtMs), ...own] : embedded;
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
