import { type Relation, relations } from "../../model/relation.ts";
import { dayMs } from "../days.ts";
import type { Reading } from "../derivatives.ts";
import { BitReader, BitWriter } from "./bitStream.ts";
import { ColumnCodec, columnCount, countersInOrder, mostCount } from "./columnCodec.ts";

/** Times are kept to the quarter of an hour. */
const tickMs = 900_000;
const ticksPerDay = dayMs / tickMs;
const tickBits = 7;

/** What each column holds. */
const fields = [
	...countersInOrder.map((counter) => ({ counter, relation: undefined })),
	...relations.map((relation) => ({ counter: undefined, relation })),
];
const largest = mostCount;

/** Days that a `Date` can hold. */
const mostDay = 100_000_000;

/**
 * One model's readings, ascending by time, as bits: 2 to 6 bytes for a daily reading. Times are rounded down to the
 * quarter of an hour and counters to whole numbers; a counter that is negative or no number is left out.
 *
 * A reading is a bit that says that it is the next day's and the same counters are known, the time of day, and
 * the counters (`ColumnCodec`).
 */
export function packReadings(readings: readonly Reading[]): Uint8Array {
	const bits = new BitWriter();
	const codec = new ColumnCodec();
	const values = new Float64Array(columnCount);
	bits.writeRice(readings.length, 10);
	let lastDay = 0;
	let lastMask = 0;
	for (const reading of readings) {
		const ticks = Math.floor(Math.min(mostDay * dayMs, Math.max(0, reading.readAtMs)) / tickMs);
		const day = Math.floor(ticks / ticksPerDay);
		const mask = fillValues(values, reading);
		const days = day - lastDay;
		const isUsual = days === 1 && mask === lastMask;
		bits.write(isUsual ? 1 : 0, 1);
		if (!isUsual) {
			bits.writeRice(days, 4);
			bits.write(mask, columnCount);
		}
		bits.write(ticks - day * ticksPerDay, tickBits);
		codec.write(bits, values, mask, day, days);
		lastDay = day;
		lastMask = mask;
	}
	return bits.finish();
}

/** The readings in what `packReadings` made; `undefined` for other bytes as far as they show. */
export function unpackReadings(bytes: Uint8Array): Reading[] | undefined {
	const bits = new BitReader(bytes);
	const codec = new ColumnCodec();
	const values = new Float64Array(columnCount);
	const count = bits.readRice(10);
	const readings: Reading[] = [];
	let day = 0;
	let mask = 0;
	for (let index = 0; index < count; index++) {
		let days = 1;
		if (bits.read(1) === 0) {
			days = bits.readRice(4);
			mask = bits.read(columnCount);
		}
		day += days;
		const tick = bits.read(tickBits);
		if (bits.isOver || day > mostDay || tick >= ticksPerDay) {
			return undefined;
		}
		codec.read(bits, values, mask, day, days);
		const reading = makeReading(day * dayMs + tick * tickMs, values, mask);
		if (bits.isOver || reading === undefined) {
			return undefined;
		}
		readings.push(reading);
	}
	return readings;
}

function fillValues(values: Float64Array, reading: Reading): number {
	let mask = 0;
	let column = 0;
	for (const { counter, relation } of fields) {
		const value = counter === undefined ? reading.derivatives?.[relation] : reading[counter];
		if (value !== undefined && value >= 0 && value <= largest) {
			values[column] = Math.round(value);
			mask |= 1 << column;
		}
		column++;
	}
	return mask;
}

function makeReading(readAtMs: number, values: Float64Array, mask: number): Reading | undefined {
	const reading: { -readonly [K in keyof Reading]: Reading[K] } = { readAtMs };
	const derivatives: Partial<Record<Relation, number>> = {};
	let column = 0;
	for (const { counter, relation } of fields) {
		const value = values[column] ?? 0;
		const isKnown = (mask & (1 << column++)) !== 0;
		if (isKnown && !(value >= 0 && value <= largest)) {
			return undefined;
		}
		if (isKnown && counter !== undefined) {
			reading[counter] = value;
		} else if (isKnown && relation !== undefined) {
			derivatives[relation] = value;
			reading.derivatives = derivatives;
		}
	}
	return reading;
}
