/** Bytes in a MiB and a GiB: probing tools and makers of accelerators speak in binary units. */
export const bytesPerMiB = 1024 ** 2;

/** Bytes in a GiB. */
export const bytesPerGiB = 1024 ** 3;

/** A positive, finite count of bytes, rounded; anything else is unknown. */
export function readBytes(value: number, unitBytes = 1): number | undefined {
	const bytes = Math.round(value * unitBytes);
	return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
}
