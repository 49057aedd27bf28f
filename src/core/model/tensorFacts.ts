/** What the headers of a checkpoint's safetensors files say of the tensors in them. */
export interface TensorFacts {
	/** Bytes by dtype as the format writes it (`BF16`, `F8_E4M3`, `I32`), the most first. Never empty. */
	readonly bytesByDtype: readonly (readonly [dtype: string, bytes: number])[];
	/** All weights, packed ones unpacked; absent where their shapes do not tell how they are packed. */
	readonly parameters?: number;
	/** What is stored in fewer than 16 bits: weights, bytes with their scales, and bits of most of them. */
	readonly quantized?: {
		readonly parameters: number;
		readonly bytes: number;
		readonly bits: number;
	};
}
