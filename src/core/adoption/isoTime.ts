const day = /^\d{4}-\d{2}-\d{2}$/;
const dateTime =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Milliseconds since the epoch of an ISO 8601 date or time in any time zone; NaN for any other text, and for a day that
 * no calendar has. One without a time zone is UTC, as the Hub's own are, and not this machine's.
 */
export function parseIsoTime(text: string): number {
	const spread = text.trim().replace(compact, spreadOut);
	if (day.test(spread)) {
		return isDay(spread) ? Date.parse(spread) : Number.NaN;
	}
	const [, date, clock, zone = "Z"] = dateTime.exec(spread) ?? [];
	if (date === undefined || clock === undefined || !isDay(date)) {
		return Number.NaN;
	}
	return Date.parse(`${date}T${clock.replace(",", ".")}${nameZone(zone.toUpperCase())}`);
}

/** The compact form with its separators. */
function spreadOut(_: string, ...parts: readonly (string | undefined)[]): string {
	const [year, month, date, hour, minute, second = "00", zone = "Z"] = parts;
	const clock = hour === undefined ? "" : `T${hour}:${minute}:${second}${zone}`;
	return `${year}-${month}-${date}${clock}`;
}

/** Date.parse takes 30 February for 2 March. */
function isDay(date: string): boolean {
	const timeMs = Date.parse(date);
	return !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(date);
}

function nameZone(zone: string): string {
	return zone === "UTC" ? "Z" : /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone;
}
