import * as vscode from "vscode";

// Made on first use: the first formatter of a process loads the locale's data, which takes longer than activation may.
const locale = vscode.env.language;
const compact = once(() => new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }));
const plain = once(() => new Intl.NumberFormat(locale));
const oneDecimal = once(
	() => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const percent = once(() => new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 2 }));
const change = once(() => new Intl.NumberFormat(locale, { style: "percent", signDisplay: "exceptZero" }));
const shortDate = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }));
const fullDate = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }));
const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A count in full: `2,431`. */
export function formatCount(value: number): string {
	return plain().format(value);
}

/** A count at a glance: `1.2M`. */
export function formatCompact(value: number): string {
	return compact().format(value);
}

/** A ratio with one decimal: `1.8`. */
export function formatRatio(value: number): string {
	return oneDecimal().format(value);
}

/** A part of a whole: `43%`. */
export function formatPercent(part: number): string {
	return percent().format(part);
}

/** A change against what was: `+23%`, `-7%`. */
export function formatChange(part: number): string {
	return change().format(part);
}

/** Parameters at a glance, in the field's own notation: `8.2B`, `560M`. */
export function formatParameters(parameters: number): string {
	if (parameters >= 1e12) {
		return `${trim(parameters / 1e12)}T`;
	}
	if (parameters >= 1e9) {
		return `${trim(parameters / 1e9)}B`;
	}
	if (parameters >= 1e6) {
		return `${plain().format(Math.round(parameters / 1e6))}M`;
	}
	return parameters >= 1e3 ? `${plain().format(Math.round(parameters / 1e3))}K` : plain().format(parameters);
}

/** Bytes of files in decimal units, one decimal: `7.9 GB`. */
export function formatBytes(bytes: number): string {
	if (bytes >= 1e9) {
		return `${oneDecimal().format(bytes / 1e9)} GB`;
	}
	return bytes >= 1e6
		? `${plain().format(Math.round(bytes / 1e6))} MB`
		: `${plain().format(Math.ceil(bytes / 1e3))} kB`;
}

/** Memory of a device in binary units, which are named: `12 GiB`. */
export function formatMemory(bytes: number): string {
	const gib = bytes / 2 ** 30;
	return `${gib >= 10 ? plain().format(Math.round(gib)) : trim(gib)} GiB`;
}

/** Memory as its makers name it, and as files are measured, so that both can be compared: `11 GiB (11.8 GB)`. */
export function formatBothUnits(bytes: number): string {
	return `${formatMemory(bytes)} (${formatBytes(bytes)})`;
}

/** Tokens in the field's notation, in which a k is 1,024: `8k`, `128k`, `1M`. */
export function formatTokens(tokens: number): string {
	if (tokens >= 1_000_000) {
		return `${trim(tokens / (tokens % 1024 === 0 ? 1024 ** 2 : 1_000_000))}M`;
	}
	return tokens >= 1024 ? `${plain().format(Math.round(tokens / 1024))}k` : plain().format(tokens);
}

/** A day, in UTC, as the Hub's dates are. */
export function formatDay(timeMs: number): string {
	return shortDate().format(timeMs);
}

/** The moment in full, in the reader's time zone; facts that are dated by the day alone tell no time of it. */
export function formatMoment(timeMs: number): string {
	return timeMs % dayMs === 0 ? formatDay(timeMs) : fullDate().format(timeMs);
}

/** How long ago: `2 minutes ago`. */
export function formatAgo(timeMs: number, nowMs: number): string {
	const pastMs = Math.max(0, nowMs - timeMs);
	if (pastMs < hourMs) {
		return relative().format(-Math.floor(pastMs / minuteMs), "minute");
	}
	if (pastMs < dayMs) {
		return relative().format(-Math.floor(pastMs / hourMs), "hour");
	}
	const days = Math.floor(pastMs / dayMs);
	if (days < 60) {
		return relative().format(-days, "day");
	}
	return days < 730
		? relative().format(-Math.floor(days / 30.44), "month")
		: relative().format(-Math.floor(days / 365.25), "year");
}

/** How long to wait: seconds below two minutes, then minutes. */
export function formatWait(waitMs: number): string {
	const seconds = Math.max(1, Math.ceil(waitMs / 1000));
	return seconds < 120
		? vscode.l10n.t("{0} s", plain().format(seconds))
		: vscode.l10n.t("{0} min", plain().format(Math.ceil(seconds / 60)));
}

function trim(value: number): string {
	return value >= 100 ? plain().format(Math.round(value)) : compact().format(value);
}

function once<T>(create: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= create();
		return made;
	};
}
