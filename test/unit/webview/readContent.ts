import type { Content, ElementContent } from "../../../webview/element.ts";

/** The text of described content, as a reader would meet it. */
export function readText(content: Content | readonly Content[]): string {
	if (typeof content === "string") {
		return content;
	}
	return isList(content) ? content.map(readText).join("") : readText(content.children);
}

/** All described elements for which the condition holds, in the order of the page. */
export function findElements(
	content: Content | readonly Content[],
	isWanted: (element: ElementContent) => boolean,
): readonly ElementContent[] {
	if (typeof content === "string") {
		return [];
	}
	if (isList(content)) {
		return content.flatMap((child) => findElements(child, isWanted));
	}
	const inside = findElements(content.children, isWanted);
	return isWanted(content) ? [content, ...inside] : inside;
}

/** The only element for which the condition holds. */
export function findElement(
	content: Content | readonly Content[],
	isWanted: (element: ElementContent) => boolean,
): ElementContent {
	const [found, ...more] = findElements(content, isWanted);
	if (!found || more.length > 0) {
		throw new Error(`Expected one element, found ${found ? more.length + 1 : 0}`);
	}
	return found;
}

/** Presses a described element as a click does. */
export function press(element: ElementContent): void {
	const click = element.on?.["click"];
	if (!click) {
		throw new Error(`"${readText(element)}" cannot be pressed`);
	}
	click(new Event("click"));
}

function isList(content: Content | readonly Content[]): content is readonly Content[] {
	return Array.isArray(content);
}

/** The button with these words. */
export function findButton(content: Content | readonly Content[], words: string): ElementContent {
	return findElement(content, (element) => element.tag === "button" && readText(element) === words);
}
