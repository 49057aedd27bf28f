/** The elements that the panel is made of. None of them can load or run anything by its attributes alone. */
export type TagName =
	| "bdi"
	| "button"
	| "canvas"
	| "code"
	| "dd"
	| "details"
	| "div"
	| "dl"
	| "dt"
	| "figcaption"
	| "figure"
	| "h1"
	| "h2"
	| "h3"
	| "header"
	| "input"
	| "label"
	| "li"
	| "output"
	| "option"
	| "p"
	| "pre"
	| "section"
	| "select"
	| "span"
	| "summary"
	| "table"
	| "tbody"
	| "td"
	| "th"
	| "thead"
	| "tr"
	| "caption"
	| "ul"
	| "vscode-panels"
	| "vscode-panel-tab"
	| "vscode-panel-view"
	| "vscode-progress-ring";

/** The attributes in use: no address, no style, no script, whatever text a model brings with it. */
export type AttributeName =
	| "activeid"
	| "class"
	| "colspan"
	| "dir"
	| "for"
	| "hidden"
	| "id"
	| "max"
	| "min"
	| "open"
	| "role"
	| "scope"
	| "step"
	| "tabindex"
	| "type"
	| `aria-${string}`
	| `data-${string}`;

type Attributes = { readonly [Name in AttributeName]?: string | number | boolean | undefined };

/** What an element needs beside its attributes. */
interface Behavior {
	/** Keeps its element, with focus and scroll position, when siblings come and go. */
	readonly key?: string;
	readonly on?: Readonly<Record<string, (event: Event) => void>>;
	/** Value of an input, a selection or one of its options. */
	readonly value?: string;
	/** Called with the element, once it is in the page, after each rendering. */
	readonly sync?: (element: HTMLElement) => void;
	/** Called when the element leaves the page. */
	readonly release?: (element: HTMLElement) => void;
}

/** A described element. */
export interface ElementContent extends Behavior {
	readonly tag: TagName;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly Content[];
}

/** A described element, or text that will be text whatever it holds. */
export type Content = ElementContent | string;

/** What a view may write where content goes: nothing for what is not known. */
export type Child = Content | undefined | false | readonly Child[];

/** Describes an element. `true` is an attribute without a value; `false` and `undefined` leave it out. */
export function element(
	tag: TagName,
	{ key, on, value, sync, release, ...attributes }: Attributes & Behavior = {},
	...children: readonly Child[]
): ElementContent {
	const written = new Map<string, string>();
	for (const [name, given] of Object.entries(attributes)) {
		if (given !== undefined && given !== false) {
			written.set(name, given === true ? "" : String(given));
		}
	}
	return {
		tag,
		attributes: written,
		children: flatten(children),
		...(key !== undefined && { key }),
		...(on && { on }),
		...(value !== undefined && { value }),
		...(sync && { sync }),
		...(release && { release }),
	};
}

/** Text from outside, whose direction must not reorder the words around it. */
export function outsideText(text: string): ElementContent {
	return element("bdi", {}, uncoverBidi(text));
}

/** Text in which the characters that reorder what is shown are seen instead of obeyed. */
export function uncoverBidi(text: string): string {
	return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
}

/** Children without the empty ones, lists opened. */
export function flatten(children: readonly Child[]): readonly Content[] {
	return children.flatMap((child): readonly Content[] => {
		if (child === undefined || child === false || child === "") {
			return [];
		}
		return isList(child) ? flatten(child) : [child];
	});
}

function isList(child: Content | readonly Child[]): child is readonly Child[] {
	return Array.isArray(child);
}
