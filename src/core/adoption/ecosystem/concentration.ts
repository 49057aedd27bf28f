import type { EcosystemChart } from "./ecosystemChart.ts";
import type { EcosystemFrame } from "./ecosystemFrame.ts";

const tops = [1, 10, 50, 100, 200, 500, 1_000, 10_000];

/** Points of the curve. */
const curvePoints = 100;

/**
 * The Gini coefficient of amounts in descending order: 0 where all are alike, near 1 where one has all. `undefined` where
 * there are none or nothing. G = (n + 1 − 2 Σ i xᵢ ÷ Σ xᵢ) ÷ n, with i = 1
 * for the largest.
 */
export function computeGini(descending: ArrayLike<number>): number | undefined {
	const n = descending.length;
	let sum = 0;
	let weighted = 0;
	for (let i = 0; i < n; i++) {
		const amount = descending[i] ?? 0;
		sum += amount;
		weighted += (i + 1) * amount;
	}
	return sum > 0 ? (n + 1 - (2 * weighted) / sum) / n : undefined;
}

/** Share of the downloads of all known models that the top k have, and the Gini coefficient. */
export function chartConcentration(frame: EcosystemFrame): EcosystemChart {
	const { sums, total, amounts } = sumDown(frame);
	const known = amounts.length;
	const gini = computeGini(amounts);
	return {
		id: "concentration",
		kind: "bar",
		columns: [{ id: "shareOfDownloads", unit: "share" }],
		rows: tops
			.filter((k) => k <= known)
			.map((k) => ({
				key: String(k),
				values: [total > 0 ? (sums[k - 1] ?? 0) / total : undefined],
				members: [frame.rows.subarray(0, k)],
			})),
		counted: known,
		unknown: frame.rows.length - known,
		...(gini === undefined ? {} : { gini }),
	};
}

/** The Lorenz curve: the share of downloads that the least downloaded share of models has, in hundredths. */
export function chartConcentrationCurve(frame: EcosystemFrame): EcosystemChart {
	const { sums, total, amounts } = sumDown(frame);
	const known = amounts.length;
	const points = total > 0 ? Math.min(curvePoints, known) : 0;
	const rows = Array.from({ length: points === 0 ? 0 : points + 1 }, (_, i) => {
		const least = Math.round((known * i) / points);
		const before = Math.round((known * Math.max(0, i - 1)) / points);
		const above = known === least ? 0 : (sums[known - least - 1] ?? 0);
		return {
			key: (i / points).toFixed(2),
			values: [(total - above) / total],
			members: [frame.rows.subarray(known - least, known - before)],
		};
	});
	return {
		id: "concentrationCurve",
		kind: "line",
		columns: [{ id: "shareOfDownloads", unit: "share" }],
		rows,
		counted: known,
		unknown: frame.rows.length - known,
	};
}

function sumDown({ rows, downloads }: EcosystemFrame): {
	amounts: Float64Array;
	sums: Float64Array;
	total: number;
} {
	const amounts = new Float64Array(rows.length);
	const sums = new Float64Array(rows.length);
	let known = 0;
	let total = 0;
	for (const row of rows) {
		const amount = downloads[row] ?? Number.NaN;
		if (Number.isNaN(amount)) {
			break;
		}
		total += amount;
		amounts[known] = amount;
		sums[known++] = total;
	}
	return { amounts: amounts.subarray(0, known), sums, total };
}
