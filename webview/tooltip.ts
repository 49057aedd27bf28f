const gapPx = 4;
/** Long enough to move the pointer from a value to its tooltip. */
const lingerMs = 150;

/**
 * Shows the `role="tooltip"` element that a button names in `aria-describedby`, on pointer and on focus; Escape
 * dismisses it, and it stays while the pointer is on it.
 */
export function watchTooltips(root: HTMLElement): void {
	let shown: { readonly tip: HTMLElement; readonly anchor: Element } | undefined;
	let hiding: ReturnType<typeof setTimeout> | undefined;

	function show(anchor: Element): void {
		clearTimeout(hiding);
		const tip = document.getElementById(anchor.getAttribute("aria-describedby") ?? "");
		if (shown?.tip === tip || tip?.role !== "tooltip") {
			return;
		}
		hide();
		shown = { tip, anchor };
		tip.dataset["shown"] = "";
		place(tip, anchor);
	}

	function hide(): void {
		clearTimeout(hiding);
		if (shown) {
			delete shown.tip.dataset["shown"];
			shown = undefined;
		}
	}

	const onEnter = ({ target }: Event) => {
		const anchor = target instanceof Element && target.closest("[aria-describedby]");
		if (anchor && root.contains(anchor)) {
			show(anchor);
		} else if (shown && target instanceof Node && shown.tip.contains(target)) {
			clearTimeout(hiding);
		}
	};
	root.addEventListener("pointerover", onEnter);
	root.addEventListener("focusin", onEnter);
	root.addEventListener("click", onEnter);
	root.addEventListener("pointerout", () => {
		clearTimeout(hiding);
		if (shown?.anchor !== document.activeElement) {
			hiding = setTimeout(hide, lingerMs);
		}
	});
	root.addEventListener("focusout", hide);
	const onScroll = () => {
		// The page scrolls by itself to what gets the focus by keyboard: its tooltip goes along.
		if (shown && shown.anchor === document.activeElement) {
			place(shown.tip, shown.anchor);
		} else {
			hide();
		}
	};
	window.addEventListener("scroll", onScroll, { passive: true });
	window.addEventListener(
		"keydown",
		(event) => {
			if (event.key === "Escape" && shown) {
				hide();
				// One press, one thing: what holds the tooltip stays open.
				event.preventDefault();
			}
		},
		{ capture: true },
	);
}

/** Under the anchor, or over it where there is no room, and within the window either way. */
function place(tip: HTMLElement, anchor: Element): void {
	const around = anchor.getBoundingClientRect();
	const { height, width } = tip.getBoundingClientRect();
	const page = document.documentElement;
	const left = Math.max(gapPx, Math.min(around.left, page.clientWidth - width - gapPx));
	const below = around.bottom + gapPx;
	const hasRoom = below + height <= page.clientHeight;
	tip.style.left = `${left}px`;
	tip.style.top = `${hasRoom ? below : Math.max(gapPx, around.top - height - gapPx)}px`;
}
