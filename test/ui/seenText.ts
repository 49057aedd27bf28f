import type { Locator } from "playwright-core";

/** The text that is seen: what a style hides is not part of it. */
export function readSeenText(locator: Locator): Promise<string> {
	// biome-ignore lint/performance/useDomNodeTextContent: `textContent` would give what is hidden, too.
	return locator.innerText();
}
