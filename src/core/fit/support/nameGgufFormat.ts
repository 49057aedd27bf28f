const kinds: readonly (readonly [RegExp, string])[] = [
	[/^(ud[-_])?iq\d/, "gguf-iq"],
	[/^(ud[-_])?q\d+_k/, "gguf-k"],
	[/^q\d_[01]/, "gguf-legacy"],
	[/^tq\d_/, "gguf-tq"],
	[/^mxfp4/, "gguf-mxfp4"],
	[/^nvfp4/, "gguf-nvfp4"],
	[/^bf16/, "gguf-bf16"],
	[/^f(p)?(16|32)/, "gguf-f16"],
];

/**
 * The kind of a GGUF quantization by its usual name (`Q4_K_M`, `IQ2_XXS`, `Q8_0`). `undefined` for other names, and
 * for those that are not GGUF's alone (`mxfp4`, `bf16`) unless `isGguf`.
 */
export function nameGgufFormat(label: string, isGguf = false): string | undefined {
	const name = label.toLowerCase();
	const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
	const isGgufAlone = kind !== undefined && /gguf-(iq|k|legacy|tq)/.test(kind);
	return isGguf || isGgufAlone ? kind : undefined;
}
