// Copyright 2026. MIT license.
import { z } from "zod";

const limits = { maxTokens: 3, batchSize: 20, language: "en" };

export const price = z.object({ amount: z.number(), currency: z.string().length(3) });

/** Translates a price to words for the customer chat. */
export function describePrice(input: unknown): string {
	const { amount, currency } = price.parse(input);
	return `${amount.toFixed(limits.maxTokens)} ${currency}`;
}
