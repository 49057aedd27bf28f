const day = /^\d{4}-\d{2}-\d{2}$/;
const dateTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * Milliseconds since the epoch of an ISO 8601 date or time in any time zone; NaN for any other text. One without a time
 * zone is UTC, as the Hub's own are, and not this machine's.
 */
export function parseIsoTime(text: string): number {
	const trimmed = text.trim();
	if (day.test(trimmed)) {
		return Date.parse(trimmed);
	}
	const [, date, clock, zone = "Z"] = dateTime.exec(trimmed) ?? [];
	return date === undefined ? Number.NaN : Date.parse(`${date}T${clock}${zone.toUpperCase()}`);
}
