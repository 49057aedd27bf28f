import type { Artifact, WeightFormat } from "../model/artifact.ts";
import type { Figure } from "../model/figure.ts";
import type { Offer } from "../model/model.ts";

/** Something of a model that could be loaded: a checkpoint set that was read, or a width that was assumed. */
export interface Candidate {
	/** Quantization as its makers write it (`Q4_K_M`, `awq`), else the stored width (`16-bit`), else the format. */
	readonly label: string;
	readonly format?: WeightFormat;
	/** Lower-case quantization method (`awq`, `fp8`, `gguf`); absent: none or not told. */
	readonly method?: string;
	/** Bits per weight, the measure of quality by which candidates are ordered; absent: not known. */
	readonly bits?: number;
	/** Bytes; absent: neither file sizes nor parameters are known. */
	readonly weights?: Figure;
	/** The checkpoint set, when one was read. */
	readonly artifact?: Artifact;
	/** Whose it is, where another repository holds it. */
	readonly offer?: Pick<Offer, "repoId" | "standing" | "isOutdated">;
	/** A usual quantization that this repository does not hold: others may offer it, and nothing was read. */
	readonly isAssumed: boolean;
}
