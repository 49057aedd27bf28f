import type { AdoptionReport } from "../../../core/adoption/adoptionReport.ts";
import type { Reading } from "../../../core/adoption/derivatives.ts";
import type { Model } from "../../../core/model/model.ts";
import type { Judged } from "../../state/modelJudge.ts";

/** A model of a comparison, with all that is said of it. */
export interface Compared {
	readonly model: Model;
	readonly report: AdoptionReport;
	readonly readings: readonly Reading[];
	/** On the checked targets, the same for all. */
	readonly judged: readonly Judged[];
}
