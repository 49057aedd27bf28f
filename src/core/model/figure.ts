/**
 * How a number came to be: `read` from a source as it is, `computed` from read numbers by an exact rule,
 * `estimated` by a rule that can be wrong, `measured` on a machine.
 */
export type Basis = "read" | "computed" | "estimated" | "measured";

/**
 * A number that carries its basis to the screen.
 * `low` and `high` bound it where a range is known; `from` names what it was taken or computed from, as a closed
 * set of codes that the host turns into words (`FigureSource`).
 */
export interface Figure {
	readonly value: number;
	readonly low?: number;
	readonly high?: number;
	readonly basis: Basis;
	readonly from: FigureSource;
}

/** What a figure can be taken or computed from. */
export const figureSources = [
	"safetensorsTotal",
	"safetensorsUnpacked",
	"safetensorsHeaders",
	"ggufTotal",
	"ggufHeader",
	"repoName",
	"published",
	"baseModel",
	"config",
	"fileSizes",
	"parametersTimesBits",
	"architecture",
	"typicalArchitecture",
	"runtimeAllowance",
	"hardwareFacts",
	"hubCounter",
	"hubList",
	"knownModels",
	"ownReadings",
	"probe",
	"user",
] as const;

/** What a figure was taken or computed from. */
export type FigureSource = (typeof figureSources)[number];
