/** Calls once, when nothing has asked for the call for `delayMs`. */
export function delayed(delayMs: number, call: () => void): () => void {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	return () => {
		clearTimeout(waiting);
		waiting = setTimeout(call, delayMs);
	};
}
