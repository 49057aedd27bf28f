import * as vscode from "vscode";
import type { FamilyTree } from "../../../core/adoption/lineage/familyTree.ts";
import { type LineageRow, layOutLineage } from "../../../core/adoption/lineage/layOutLineage.ts";
import type { LineageRowView, LineageView } from "../../../protocol/modelPanel.ts";
import { describeProblem } from "../../errors.ts";
import type { LineageReading } from "../../state/lineageReader.ts";
import { nameOneOfRelation } from "../../words/adoptionWords.ts";
import { formatCompact } from "../../words/numbers.ts";

/** The tree of a model's lineage, as far as it is known, and what reading it costs. */
export function createFamilyView(repoId: string, tree: FamilyTree, reading: LineageReading): LineageView {
	const rows = layOutLineage(tree, repoId);
	return {
		rows: rows.map((row) => createRow(row, reading)),
		status: describeReading(reading),
		isReading: reading.status === "reading",
	};
}

function createRow(row: LineageRow, reading: LineageReading): LineageRowView {
	return {
		repoId: row.repoId,
		depth: row.depth,
		relation: row.relation === undefined ? "" : nameOneOfRelation(row.relation),
		notes: listNotes(row, reading),
		isSelf: row.place === "self",
	};
}

function listNotes(
	{ model, repoId, alsoFrom, hiddenChildren }: LineageRow,
	reading: LineageReading,
): string[] {
	const notes: string[] = [];
	const downloads = model?.counters.downloads30d;
	if (model === undefined) {
		notes.push(
			reading.missing.has(repoId.toLowerCase())
				? vscode.l10n.t("not on the Hub, or private")
				: vscode.l10n.t("not read yet"),
		);
	} else if (downloads !== undefined) {
		notes.push(vscode.l10n.t("{0} downloads in 30 days", formatCompact(downloads)));
	}
	if (alsoFrom.length > 0) {
		notes.push(vscode.l10n.t("also from {0}", alsoFrom.join(", ")));
	}
	if (hiddenChildren > 0) {
		notes.push(vscode.l10n.t("{0} more known here", hiddenChildren));
	}
	return notes;
}

function describeReading({ status, spent, budget, problem }: LineageReading): string {
	switch (status) {
		case "unread":
			return vscode.l10n.t(
				"Among the models known here. Followed on the Hub, up to the root and down to the largest derivatives, it costs at most {0} requests.",
				budget,
			);
		case "reading":
			return vscode.l10n.t("Reading: {0} of at most {1} requests.", spent, budget);
		case "complete":
			return vscode.l10n.t(
				"Read from the Hub in {0} requests: to the root, and to the largest derivatives of six levels.",
				spent,
			);
		case "budget":
			return vscode.l10n.t("Read from the Hub in {0} requests, its limit here: there may be more.", spent);
		case "cancelled":
			return vscode.l10n.t("Stopped after {0} requests: there may be more.", spent);
		case "failed":
			return vscode.l10n.t("Ended after {0} requests: {1}", spent, describeProblem(problem)?.words ?? "");
	}
}
