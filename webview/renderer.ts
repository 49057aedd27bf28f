import type { Content, ElementContent } from "./element.ts";

interface MountedText {
	readonly node: Text;
}

interface MountedElement {
	readonly node: HTMLElement;
	content: ElementContent;
	children: readonly Mounted[];
	readonly heard: Set<string>;
}

type Mounted = MountedText | MountedElement;

/**
 * Makes a function that shows content in `root`. Elements that stay keep their node, and with it focus, selection,
 * scroll position and what is open: a new snapshot does not disturb the reader.
 */
export function createRenderer(root: HTMLElement): (contents: readonly Content[]) => void {
	let mounted: readonly Mounted[] = [];
	return (contents) => {
		const toSync: MountedElement[] = [];
		mounted = patchChildren(root, mounted, contents, toSync);
		for (const { content, node } of toSync) {
			content.sync?.(node);
		}
	};
}

function patchChildren(
	parent: HTMLElement,
	before: readonly Mounted[],
	contents: readonly Content[],
	toSync: MountedElement[],
): readonly Mounted[] {
	const free = new Set(before);
	const kept = contents.map((content) => {
		for (const candidate of free) {
			if (isSame(candidate, content)) {
				free.delete(candidate);
				return candidate;
			}
		}
		return undefined;
	});
	for (const gone of free) {
		release(gone);
		gone.node.remove();
	}
	return contents.map((content, index) => {
		const mounted = patch(kept[index], content, toSync);
		const inPlace = parent.childNodes[index];
		// Moving a node takes the focus from it, so only what is out of place is moved.
		if (inPlace !== mounted.node) {
			parent.insertBefore(mounted.node, inPlace ?? null);
		}
		return mounted;
	});
}

function isSame(mounted: Mounted, content: Content): boolean {
	if (typeof content === "string") {
		return !("content" in mounted);
	}
	return "content" in mounted && mounted.content.tag === content.tag && mounted.content.key === content.key;
}

function patch(kept: Mounted | undefined, content: Content, toSync: MountedElement[]): Mounted {
	if (typeof content === "string") {
		const text = kept && !("content" in kept) ? kept : { node: document.createTextNode("") };
		if (text.node.data !== content) {
			text.node.data = content;
		}
		return text;
	}
	const mounted = kept && "content" in kept ? kept : mountElement(content);
	const { node } = mounted;
	patchAttributes(mounted, content);
	mounted.children = patchChildren(node, mounted.children, content.children, toSync);
	// After the attributes, to which a range input clamps its value, and the options that a selection chooses from.
	if (content.value !== undefined && hasValue(node) && node.value !== content.value) {
		node.value = content.value;
	}
	mounted.content = content;
	for (const type of Object.keys(content.on ?? {})) {
		if (!mounted.heard.has(type)) {
			mounted.heard.add(type);
			node.addEventListener(type, (event) => mounted.content.on?.[type]?.(event));
		}
	}
	if (content.sync) {
		toSync.push(mounted);
	}
	return mounted;
}

function hasValue(node: HTMLElement): node is HTMLInputElement | HTMLSelectElement | HTMLOptionElement {
	return (
		node instanceof HTMLInputElement || node instanceof HTMLSelectElement || node instanceof HTMLOptionElement
	);
}

function mountElement(content: ElementContent): MountedElement {
	const node = document.createElement(content.tag);
	return { node, content: { ...content, attributes: new Map() }, children: [], heard: new Set() };
}

/** Touches only what changed between two descriptions: what the reader or a custom element set stays. */
function patchAttributes({ node, content: before }: MountedElement, after: ElementContent): void {
	for (const name of before.attributes.keys()) {
		if (!after.attributes.has(name)) {
			node.removeAttribute(name);
		}
	}
	for (const [name, value] of after.attributes) {
		if (before.attributes.get(name) !== value) {
			node.setAttribute(name, value);
		}
	}
}

function release(mounted: Mounted): void {
	if ("content" in mounted) {
		mounted.children.forEach(release);
		mounted.content.release?.(mounted.node);
	}
}
