import type { FactView, ModelView } from "../../../protocol/modelPanel.ts";

/** How a verdict was computed, as text to be pasted: what was judged, then every part with its basis. */
export function writeVerdict(
	{ repoId, fit }: ModelView,
	artifact: number,
	target: number,
): string | undefined {
	const row = fit.rows[artifact];
	const verdict = row?.cells[target];
	const judgedBy = fit.targets[target];
	if (!row || !verdict || !judgedBy) {
		return undefined;
	}
	const writeLines = (facts: readonly FactView[]): string[] =>
		facts.map(({ label, value, detail }) => `- ${label}: ${value}${detail ? ` (${detail})` : ""}`);
	const owner = row.owner ? `, ${row.owner.words}` : "";
	return [
		`${repoId} · ${row.name} (${row.format}${owner}) · ${judgedBy.name} (${judgedBy.detail})`,
		`${verdict.mark} ${verdict.words}${verdict.required ? ` · ${verdict.required}` : ""} · ${fit.contextWords}`,
		...(row.caveat ? [`⚠ ${row.caveat}`] : []),
		...writeLines([...verdict.parts, ...verdict.changes, ...verdict.running]),
	].join("\n");
}
