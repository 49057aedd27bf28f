import { listLanguageNames } from "../../naturalLanguages.ts";

/** Words that decide, of which slips are mended. Shorter ones are too near to others. */
const keyWords =
	"summarize summarise summary summaries summarization summarizing transcribe transcribing transcription translate translating translation translations embedding embeddings classify classifying classification sentiment generate generation describe similarity reranking semantic chatbot assistant permissive commercial commercially license licenses licence apache context parameters multilingual quantized gigabytes invoices receipts documents screenshots speech customers conversation detection extract extraction dimensions dimensional languages ideally preferably without nvidia radeon geforce macbook raspberry".split(
		" ",
	);

/** Words that are near to a key word and mean something else. */
const ownWords: ReadonlySet<string> = new Set(
	"finish finished content contents contest contexts permissible arabia assistance documented generated generates general generous extra extracts describes detector detectors speeches license licensed customer customers conversations dimension embedded classified translator translated transcript transcripts summarizer generator generative".split(
		" ",
	),
);

/** What is known of words, made once: this is asked at each key. */
let vocabulary:
	| { readonly known: ReadonlySet<string>; readonly byFirst: ReadonlyMap<string, readonly string[]> }
	| undefined;

/**
 * Mends slips of the keyboard in words that decide: one letter too many, missing, another, or two changed, in words of six
 * letters and more; two such slips from ten letters on. The first letter must be right, and a word that another begins with
 * is no slip of it.
 */
export function fixTypos(text: string): string {
	vocabulary ??= makeVocabulary();
	const { known, byFirst } = vocabulary;
	return text.replaceAll(/(?<![\p{L}\d/_.-])[a-z]{5,}(?![\p{L}\d/_])/giu, (word) => {
		const lower = word.toLowerCase();
		if (known.has(lower)) {
			return word;
		}
		const near = (byFirst.get(lower[0] ?? "") ?? []).filter((each) => isSlip(lower, each));
		return near.length > 0 && near[0] !== undefined ? near[0] : word;
	});
}

function makeVocabulary() {
	const names = listLanguageNames().filter((name) => /^[a-z]{6,}$/.test(name));
	return {
		known: new Set([...keyWords, ...names, ...ownWords]),
		byFirst: groupByFirst([...keyWords, ...names]),
	};
}

function groupByFirst(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const groups = new Map<string, string[]>();
	for (const word of words) {
		const first = word[0] ?? "";
		groups.set(first, [...(groups.get(first) ?? []), word]);
	}
	return groups;
}

function isSlip(word: string, meant: string): boolean {
	const most = meant.length >= 10 ? 2 : meant.length >= 6 ? 1 : 0;
	return (
		most > 0 &&
		Math.abs(word.length - meant.length) <= most &&
		!word.startsWith(meant) &&
		!meant.startsWith(word) &&
		!(word.endsWith("s") && meant.startsWith(word.slice(0, -1))) &&
		countSlips(word, meant) <= most
	);
}

/** The distance of Damerau and Levenshtein, in which each place is changed once. */
function countSlips(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				least = Math.min(least, (before[j - 2] ?? 0) + 1);
			}
			row.push(least);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
