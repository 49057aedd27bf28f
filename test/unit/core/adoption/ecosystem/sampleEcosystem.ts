import {
	computeEcosystem,
	type Ecosystem,
} from "../../../../../src/core/adoption/ecosystem/computeEcosystem.ts";
import type { ChartId, EcosystemChart } from "../../../../../src/core/adoption/ecosystem/ecosystemChart.ts";
import type { EcosystemFilter } from "../../../../../src/core/adoption/ecosystem/ecosystemFrame.ts";
import type { Model } from "../../../../../src/core/model/model.ts";

const turns = { nowMs: () => 0, pause: async () => {} };

/** The ecosystem of some models. */
export function compute(models: readonly Model[], filter: EcosystemFilter = {}): Promise<Ecosystem> {
	return computeEcosystem(models, filter, turns);
}

/** One of an ecosystem's charts. */
export function findChart(ecosystem: Ecosystem, id: ChartId): EcosystemChart {
	const chart = ecosystem.charts.find((each) => each.id === id);
	if (chart === undefined) {
		throw new Error(`There is no chart ${id}.`);
	}
	return chart;
}

/** A chart's rows as key, values and the ids behind them. */
export function listRows(ecosystem: Ecosystem, id: ChartId) {
	return findChart(ecosystem, id).rows.map(({ key, values, members }) => [
		key,
		values,
		members.map((each) => ecosystem.listModelIds(each)),
	]);
}
