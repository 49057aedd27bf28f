import * as v from "valibot";
import * as vscode from "vscode";
import type { EcosystemChart } from "../../../core/adoption/ecosystem/ecosystemChart.ts";
import { exportChartCsv } from "../../../core/adoption/ecosystem/exportEcosystem.ts";
import type { SortKey } from "../../../core/catalog/query.ts";
import {
	type EcosystemChoice,
	type EcosystemPanelMethods,
	ecosystemFields,
} from "../../../protocol/ecosystemPanel.ts";
import type { RpcHandlers } from "../../../protocol/rpc.ts";
import type { QueryState } from "../../state/queryState.ts";
import { nameGroup } from "../../words/ecosystemNames.ts";
import { checkParams, noParams } from "../checkParams.ts";
import { decodePng } from "./decodePng.ts";
import { writeEcosystemMarkdown } from "./ecosystemMarkdown.ts";
import { createEcosystemStrings } from "./ecosystemStrings.ts";
import { createEcosystemView, type EcosystemFacts } from "./ecosystemView.ts";
import { saveAs } from "./saveAs.ts";

/** What the handlers may do with the panel that they answer for. */
export interface EcosystemDesk {
	readonly query: QueryState;
	readonly readFacts: () => EcosystemFacts;
	readonly open: (choice: EcosystemChoice) => Promise<void>;
	readonly setChoice: (choice: EcosystemChoice) => Promise<void>;
	readonly readMore: () => Promise<void>;
}

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const choice = v.object({
	language: v.exactOptional(word),
	task: v.exactOptional(word),
	license: v.exactOptional(word),
	owner: v.exactOptional(word),
});
const chart = v.object({ chart: word });

/** A picture of a chart on the largest screens is a tenth of this. */
const mostPngLength = 8_000_000;

/** Answers what the panel of the ecosystem asks. The panel is a boundary: each verb checks what it is given. */
export function createEcosystemHandlers(desk: EcosystemDesk): RpcHandlers<EcosystemPanelMethods> {
	const findChart = (id: string): EcosystemChart | undefined =>
		desk.readFacts().ecosystem?.charts.find((each) => each.id === id);
	return {
		getEcosystem: {
			check: checkParams(v.object({ choice })),
			run: async (params) => {
				await desk.open(params.choice);
				return {
					strings: createEcosystemStrings(),
					locale: vscode.env.language,
					ecosystem: createEcosystemView(desk.readFacts()),
				};
			},
		},
		setChoice: {
			check: checkParams(v.object({ choice })),
			run: (params) => desk.setChoice(params.choice),
		},
		readMore: { check: checkParams(noParams), run: () => desk.readMore() },
		showModels: {
			check: checkParams(v.object({ chart: word, key: word, column: v.pipe(v.string(), v.maxLength(200)) })),
			run: async ({ chart: id, key, column }) => ({ count: await showModels(desk, id, key, column) }),
		},
		exportCsv: {
			check: checkParams(chart),
			run: async (params) => {
				const found = findChart(params.chart);
				const { ecosystem } = desk.readFacts();
				if (found && ecosystem) {
					const bytes = new TextEncoder().encode(exportChartCsv(ecosystem, found));
					await saveAs(nameFile(found, desk.readFacts().choice, "csv"), { CSV: ["csv"] }, bytes);
				}
			},
		},
		exportPng: {
			check: checkParams(
				v.object({ chart: word, png: v.pipe(v.string(), v.maxLength(mostPngLength), v.base64()) }),
			),
			run: async (params) => {
				const found = findChart(params.chart);
				const bytes = decodePng(params.png);
				if (found && bytes) {
					await saveAs(nameFile(found, desk.readFacts().choice, "png"), { PNG: ["png"] }, bytes);
				}
			},
		},
		exportMarkdown: {
			check: checkParams(noParams),
			run: async () => {
				const content = writeEcosystemMarkdown(desk.readFacts());
				const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
				await vscode.window.showTextDocument(document, { preview: false });
			},
		},
	};
}

/** A file says by its name what it was narrowed to, and is none that was narrowed to something else. */
function nameFile({ id }: EcosystemChart, chosen: EcosystemChoice, extension: string): string {
	const parts = ["open-models", id, ...ecosystemFields.flatMap((field) => chosen[field] ?? [])];
	return `${parts.map((part) => part.replace(/[^\w.-]+/g, "_")).join("-")}.${extension}`;
}

/** Puts the models behind a row, or behind one of its cells, into the sidebar; how many there are. */
async function showModels(desk: EcosystemDesk, id: string, key: string, columnId: string): Promise<number> {
	const { ecosystem } = desk.readFacts();
	const found = ecosystem?.charts.find((each) => each.id === id);
	const row = found?.rows.find((each) => each.key === key);
	if (!ecosystem || !found || !row) {
		return 0;
	}
	const at = found.columns.findIndex((column) => column.id === columnId);
	const members = row.members.length === 1 ? row.members[0] : row.members[at];
	const repoIds = members ? ecosystem.listModelIds(members) : [];
	if (repoIds.length > 0) {
		await desk.query.showGroup(
			{ name: nameGroup(found, row, found.columns[at]), repoIds },
			chooseSort(found),
		);
		await vscode.commands.executeCommand("openModels.models.focus");
	}
	return repoIds.length;
}

/** The order in which the models behind a bar make its point. */
function chooseSort({ id }: EcosystemChart): SortKey {
	switch (id) {
		case "attention":
		case "rising":
			return "trending";
		case "cadence":
			return "created";
		case "sizes":
			return "parameters";
		default:
			return "downloads";
	}
}
