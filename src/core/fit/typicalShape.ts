import * as shapes from "./kvShapes.json";

/** What is usual for a decoder of a size; sources and dates in `kvShapes.json`. */
export interface TypicalShape {
	/** f16 KV cache in bytes a token at 8,192 tokens: the upper quartile, with the 10th and 90th percentile. */
	readonly bytesPerToken: number;
	readonly low: number;
	readonly high: number;
	readonly hiddenSize: number;
}

/** The usual shape of a decoder with so many parameters (total, in units). */
export function findTypicalShape(parameters: number): TypicalShape {
	let found: TypicalShape = { bytesPerToken: 0, low: 0, high: 0, hiddenSize: 0 };
	for (const [belowBillions = 0, bytesPerToken = 0, low = 0, high = 0, hiddenSize = 0] of shapes.typical) {
		found = { bytesPerToken, low, high, hiddenSize };
		if (parameters < belowBillions * 1e9) {
			break;
		}
	}
	return found;
}
