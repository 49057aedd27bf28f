const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The bytes of a PNG in base64; `undefined` for anything that does not begin as one does. */
export function decodePng(base64: string): Uint8Array | undefined {
	const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
	return signature.every((byte, at) => bytes[at] === byte) ? bytes : undefined;
}
