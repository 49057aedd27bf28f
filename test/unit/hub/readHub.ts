import assert from "node:assert/strict";
import { isRecord, type RawRow } from "../../hub/rowFields.ts";

/** What a test looks at in an answer of the test Hub. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
}

/** Asks as a plain client would; redirects are shown, not followed. */
export async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
	const response = await fetch(url, { headers, redirect: "manual" });
	return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A 200 with a JSON object. */
export async function askObject(url: string): Promise<RawRow> {
	const answer = await ask(url);
	assert.equal(answer.status, 200, answer.text);
	const json: unknown = JSON.parse(answer.text);
	assert(isRecord(json));
	return json;
}

/** A 200 with a list of objects. */
export async function askRows(url: string): Promise<readonly RawRow[]> {
	const answer = await ask(url);
	assert.equal(answer.status, 200, answer.text);
	return parseRows(answer.text);
}

export function parseRows(text: string): readonly RawRow[] {
	const json: unknown = JSON.parse(text);
	assert(Array.isArray(json));
	return json.map((row) => {
		assert(isRecord(row));
		return row;
	});
}

export async function askIds(url: string): Promise<readonly unknown[]> {
	return (await askRows(url)).map((row) => row["id"]);
}

/** The sentence of a refusal, from its body. */
export function readError(answer: Answer): unknown {
	const json: unknown = JSON.parse(answer.text);
	return isRecord(json) ? json["error"] : undefined;
}

/** The address in `rel="next"`. */
export function readNext(answer: Answer): string | undefined {
	return /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1];
}

/** Follows `rel="next"` to the end and returns the rows of every page. */
export async function askAllPages(url: string): Promise<readonly (readonly RawRow[])[]> {
	const pages: (readonly RawRow[])[] = [];
	for (let next: string | undefined = url; next !== undefined; ) {
		const answer: Answer = await ask(next);
		assert.equal(answer.status, 200, answer.text);
		pages.push(parseRows(answer.text));
		next = readNext(answer);
	}
	return pages;
}
