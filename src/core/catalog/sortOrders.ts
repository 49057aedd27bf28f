import type { NumberColumn } from "./columns.ts";
import type { SortKey } from "./query.ts";

/** The number that a sort key goes by; `name` goes by the repo id. */
export type NumericSortKey = Exclude<SortKey, "name">;

/** What orders are made from. */
export interface SortColumns {
	readonly numbers: Readonly<Record<NumericSortKey, NumberColumn>>;
	/** Ascending order of two rows' names; never 0 for two different rows. */
	compareNames(a: number, b: number): number;
}

interface Order {
	rows: Uint32Array;
	/** Rows written since the order was made. */
	readonly stale: Set<number>;
}

/**
 * Row numbers in the order of each sort key: made when first asked for and kept; rows written since are merged in,
 * so that a page of new models does not sort everything again.
 */
export class SortOrders {
	readonly #columns: SortColumns;
	readonly #orders = new Map<SortKey, Order>();
	#nameRanks = new Uint32Array(0);

	constructor(columns: SortColumns) {
		this.#columns = columns;
	}

	/** To be told of every row that was written, added or moved. */
	markWritten(row: number): void {
		for (const order of this.#orders.values()) {
			order.stale.add(row);
		}
	}

	/** All rows below `size` in the order of the key: unknown last, ties to downloads, then to the name. */
	getRows(key: SortKey, size: number): Uint32Array {
		const order = this.#orders.get(key);
		if (order !== undefined && order.stale.size === 0 && order.rows.length === size) {
			return order.rows;
		}
		const compare = key === "name" ? this.#columns.compareNames : this.#compareBy(key, size);
		const rows = order === undefined ? sortAll(size, compare) : mergeStale(order, size, compare);
		this.#orders.set(key, { rows, stale: new Set() });
		if (key === "name") {
			this.#nameRanks = new Uint32Array(size);
			for (let rank = 0; rank < size; rank++) {
				this.#nameRanks[rows[rank] ?? 0] = rank;
			}
		}
		return rows;
	}

	#compareBy(key: NumericSortKey, size: number): (a: number, b: number) => number {
		this.getRows("name", size);
		const ranks = this.#nameRanks;
		const first = unknownLast(this.#columns.numbers[key], size);
		const second = unknownLast(this.#columns.numbers.downloads, size);
		return (a, b) => {
			const x = first[a] ?? 0;
			const y = first[b] ?? 0;
			if (x !== y) {
				return x < y ? 1 : -1;
			}
			const u = second[a] ?? 0;
			const v = second[b] ?? 0;
			return u === v ? (ranks[a] ?? 0) - (ranks[b] ?? 0) : u < v ? 1 : -1;
		};
	}
}

function unknownLast(column: NumberColumn, size: number): Float64Array {
	return column.values
		.slice(0, size)
		.map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value));
}

function sortAll(size: number, compare: (a: number, b: number) => number): Uint32Array {
	return Uint32Array.from({ length: size }, (_, row) => row).sort(compare);
}

function mergeStale(order: Order, size: number, compare: (a: number, b: number) => number): Uint32Array {
	if (order.stale.size * 4 > size) {
		return sortAll(size, compare);
	}
	const kept = order.rows.filter((row) => row < size && !order.stale.has(row));
	const written = Uint32Array.from([...order.stale].filter((row) => row < size)).sort(compare);
	const merged = new Uint32Array(kept.length + written.length);
	let i = 0;
	let j = 0;
	for (let at = 0; at < merged.length; at++) {
		const a = kept[i];
		const b = written[j];
		if (b === undefined || (a !== undefined && compare(a, b) <= 0)) {
			merged[at] = a ?? 0;
			i++;
		} else {
			merged[at] = b;
			j++;
		}
	}
	return merged;
}
