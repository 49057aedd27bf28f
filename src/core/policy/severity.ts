/** How loud a finding is, from the quietest. `off`: not told at all. */
export const severities = ["off", "hint", "warning", "error"] as const;

/** How loud a finding is told. */
export type Severity = (typeof severities)[number];

/** A severity that is told. */
export type ToldSeverity = Exclude<Severity, "off">;

/** Whether one severity is at least as loud as another. */
export function isAtLeast(severity: Severity, floor: Severity): boolean {
	return severities.indexOf(severity) >= severities.indexOf(floor);
}
