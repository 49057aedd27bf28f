/**
 * Labels that llama.cpp's makers give quantized files, with the prefixes and suffixes that others add (`UD-Q4_K_XL`,
 * `MXFP4_MOE`): https://github.com/ggml-org/llama.cpp/blob/master/tools/quantize/quantize.cpp, 2026-08.
 */
const labelPattern =
	/(?<![a-z\d])((?:UD-)?(?:I?Q\d(?:_(?:K|\d))?(?:_(?:XXS|XS|XXL|XL|S|M|L|NL|P))?(?:_\d){0,2}|TQ\d_\d|(?:MX|NV)FP4(?:_MOE)?|BF16|F(?:P)?(?:16|32)))(?![a-z\d])/gi;

/** The quantization label in a GGUF file's path, as it is written there but in capitals; the last one counts. */
export function readGgufLabel(path: string): string | undefined {
	const labels = [...path.matchAll(labelPattern)];
	return labels[labels.length - 1]?.[1]?.toUpperCase();
}

/** Vision projectors and draft models beside the weights: no checkpoint by themselves. */
export function isGgufSidecar(path: string): boolean {
	return /(?:^|[/._-])(?:mmproj|mtp|draft(?:er)?)(?:[/._-]|$)/i.test(path);
}
