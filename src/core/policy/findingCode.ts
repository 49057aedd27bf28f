/**
 * Everything that can be found about a model that code uses.
 * - `notFound`: the Hub has no such model, or it is private.
 * - `renamed`: the Hub knows it under another ID, or in another case.
 * - `gated`: its files need the owner's consent.
 * - `licenseForbidden`, `organizationForbidden`: against the policy.
 * - `licenseNotStated`: no license, or one whose terms are not known.
 * - `licenseConflict`: an ancestor's license asks for more than the declared one.
 * - `licenseChanged`: another license than when it was pinned.
 * - `unsafeWeights`: only formats that can run code on loading (pickle).
 * - `customCode`: the repository carries code that is executed on loading.
 * - `securityIssues`: the Hub's scanners found something.
 * - `hasSuccessor`: its owner has a newer one that takes its place.
 * - `notPinned`: no commit beside the ID, and none in the lock.
 * - `pinDiffers`: the commit beside the ID is not the locked one.
 * - `pinMoved`: the model has commits after the pinned one.
 * - `pinBroken`: the pinned commit is gone, or its files are others than when it was pinned.
 * - `doesNotFit`: it fits none of the targets.
 * - `contextTooShort`: it declares less context than the policy asks for.
 * - `embeddingDimension`: its embeddings have another size than the vector store's.
 */
export const findingCodes = [
	"notFound",
	"renamed",
	"gated",
	"licenseForbidden",
	"organizationForbidden",
	"licenseNotStated",
	"licenseConflict",
	"licenseChanged",
	"unsafeWeights",
	"customCode",
	"securityIssues",
	"hasSuccessor",
	"notPinned",
	"pinDiffers",
	"pinMoved",
	"pinBroken",
	"doesNotFit",
	"contextTooShort",
	"embeddingDimension",
] as const;

/** What can be found. */
export type FindingCode = (typeof findingCodes)[number];
