/** The position of the last step that a context length reaches; the first one if it reaches none. Steps ascend. */
export function findStep(steps: readonly number[], contextTokens: number): number {
	const beyond = steps.findIndex((step) => step > contextTokens);
	return Math.max(0, beyond === -1 ? steps.length - 1 : beyond - 1);
}
