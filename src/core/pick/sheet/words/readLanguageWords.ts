import { findLanguages, isLanguageCode } from "../../naturalLanguages.ts";
import { makeSearchable } from "../../wordMatch.ts";
import type { Said } from "../said.ts";
import type { Sentence } from "./sentence.ts";

/** What of a country is not of its language. */
const ofCountry =
	/^(?:(?: and| or|\/| &) ?[A-Z]\w+)?[ -](?:engineers?|developers?|devs|staff|employees|colleagues|users|customers|clients|citizens|students|visitors|tourists|food|recipes?|restaurants?|cuisine|cooking|mythology|bakery|history|law|laws|culture|art|music|wines?|beers?|cars?|style|compan(?:y|ies)|banks?(?! (?:statements?|accounts?|transfers?|documents?|transactions?|letters?|notes?))|firms?|startups?|start-ups?|insurers?|hospitals?|government|market|authorities|regulator|team|office|subsidiary|labs?|vendors?|makers?|shepherd|cities|tourism|football|league|numerals?|america|letters?)\b/i;
/** "Dutch government letters" are written in Dutch. */
const ofTexts =
	/^(?:[ -]\w+)? (?:letters|documents|texts|forms|reports|records|e?-?mails|notes|articles|websites|statements|contracts)\b/i;
const coded =
	/\b(?:languages?|langs?|locales?)(?:\s*[:=]\s*\(?|\s*\(|\s+(?:are|is)\s+|\s+(?=[a-z]{2}\s*[,/]))((?:[a-z]{2}(?:-[A-Z]{2})?)(?:\s*(?:,|\/|and|&|\+)\s*[a-z]{2}(?:-[A-Z]{2})?)*)\b|\b([A-Z]{2}(?:\s*(?:<?->|<>|→|↔|to|\/|⇒|=>)\s*[A-Z]{2})+)\b|\b([a-z]{2})\s*(?:<?->|→|↔|=>)\s*([a-z]{2})\b|\(((?:[a-zA-Z]{2})(?:\s*[,/]\s*[a-zA-Z]{2})+)\)/g;
const often: ReadonlySet<string> = new Set(["en", "de", "fr", "es", "zh", "ja"]);
/** Countries that people write for their languages. */
const countries: ReadonlyMap<string, string> = new Map([
	["jp", "ja"],
	["cn", "zh"],
	["kr", "ko"],
	["cz", "cs"],
	["gr", "el"],
	["ua", "uk"],
]);
const several =
	/\bmulti-?\s?lingual(?:ly)?\b|\b(?:many|multiple|several|all|most|\d{2,3}\+?) (?:\w+ ){0,2}languages\b|\bany language\b/gi;
const groups: readonly (readonly [RegExp, readonly string[]])[] = [
	[/\bscandinavian\b/gi, ["sv", "da", "no"]],
	[/\bnordic languages\b/gi, ["sv", "da", "no", "fi", "is"]],
	[/\bbaltic languages\b/gi, ["et", "lv", "lt"]],
];

/** The natural languages that a text asks for, in its order. */
export function readLanguageWords(sentence: Sentence): readonly Said[] {
	const said = new Map<string, Said & { readonly at: number }>();
	const told = new Set<string>();
	const add = (code: string, at: number, text: string, isWeak = false) => {
		const mention = sentence.mentionAt(at, text);
		if (mention === undefined || mention.isNegated || mention.isOfOthers) {
			return;
		}
		// "It should find similar tickets (Dutch and English)": what it should do is asked for, in these languages.
		const isNamed = mention.isAdvised && !mention.isTold && sentence.isInParentheses(mention);
		const strength = isWeak ? "prefer" : isNamed ? "must" : mention.strength;
		if (mention.isTold && strength === "prefer") {
			told.add(code);
		} else {
			told.delete(code);
		}
		const known = said.get(code);
		if (known === undefined || (known.strength === "prefer" && strength === "must")) {
			said.set(code, { kind: "language", value: code, strength, excerpt: text, at: known?.at ?? at });
		}
	};
	for (const { code, at, text } of findAll(sentence.text)) {
		const after = sentence.text.slice(at + text.length);
		const before = sentence.text.slice(0, at);
		if (
			/^\s+(?:models?|llms?|labs?|stuff|origin)\b/i.test(after) &&
			code === "zh" &&
			!/\blanguage\b/.test(after.slice(0, 30))
		) {
			if (
				/^\s+\w+ (?:are|is) (?:\w+ )?(?:fine|ok|okay|allowed|acceptable)/i.test(after) ||
				/\b(?:no|not|avoid|without|non|exclude|except)[\s-]+(?:any\s+)?$/i.test(before)
			) {
				continue;
			}
		}
		if (/^\s*(?:model|llm)s?\b/i.test(after) && /\bby\s+$/i.test(before)) {
			continue;
		}
		// "Chinese-made", "trained in German data centers".
		if (/^[- ](?:made|built|owned|developed|based|hosted|origin|provider|data ?cent(?:er|re))/i.test(after)) {
			continue;
		}
		// Who writes, not what is asked for: "sorry for my English".
		if (/\b(?:my|our) (?:\w+ )?$/i.test(before) || /\b(?:native language|mother tongue) is $/i.test(before)) {
			continue;
		}
		if (code === "la" && !/\b(?:in|from|into|to)\s+$/i.test(before)) {
			continue;
		}
		if (!/\b[Pp]olish\b/.test(text) || !isVerb(before, after)) {
			const isCountry = ofCountry.test(after) && !ofTexts.test(after);
			if (
				!isCountry ||
				!/compan|bank|firm|start|insur|hospital|gov|lab|vendor|maker/i.test(after.slice(0, 14))
			) {
				add(code, at, text, isCountry);
			}
		}
	}
	const pairs = /transl/i.test(sentence.text)
		? [...sentence.text.matchAll(/\b([a-z]{2})-([a-z]{2})\b/g)]
		: [];
	for (const match of [...sentence.text.matchAll(coded), ...pairs]) {
		const codes = match
			.slice(1)
			.flatMap((each: string | undefined) => each?.match(/\b[A-Za-z]{2}\b(?!-)|\b[a-z]{2}(?=-)/g) ?? []);
		const known = codes
			.map((each) => each.toLowerCase())
			.filter((each) => each !== "to")
			.map((each) => countries.get(each) ?? each);
		// "HR/IT" and "AI/ML" are no languages.
		const isOther = /^[(A-Z][^<>→↔⇒=]*$/.test(match[0]) && !known.some((each) => often.has(each));
		for (const code of isOther || !known.every(isLanguageCode) ? [] : known) {
			add(code, match.index, match[0]);
		}
	}
	for (const [pattern, codes] of groups) {
		for (const { at, text } of sentence.find(pattern)) {
			for (const code of codes) {
				add(code, at, text);
			}
		}
	}
	for (const { at, end, text } of sentence.find(several)) {
		const { start } = sentence.clauseOf(at, end);
		// "Our app has 12 languages", and one is asked for elsewhere.
		const isOther = /\d/.test(text) && [...said.values()].some((each) => each.at < start || each.at > end);
		if (said.size < 2 && !isOther) {
			add("multilingual", at, text);
		}
	}
	const all = [...said.values()];
	const isAsked = all.some(({ strength }) => strength === "must");
	// What was or is in one language is less than what is asked for in another.
	return all
		.filter(({ value }) => !(isAsked && told.has(String(value))))
		.sort((a, b) => a.at - b.at)
		.map(({ at: _at, ...each }) => each);
}

/** Languages that a text names, at all places. */
function findAll(
	text: string,
): readonly { readonly code: string; readonly at: number; readonly text: string }[] {
	return findLanguages(makeSearchable(text)).flatMap(({ code, at, text: word }) => {
		const places = [at];
		for (let next = at; next >= 0; ) {
			next = text.indexOf(word, next + word.length);
			if (next >= 0 && !/\w/.test(text.slice(next + word.length)[0] ?? "")) {
				places.push(next);
			}
		}
		return places.map((place) => ({ code, at: place, text: word }));
	});
}

/** "Polish my prose" asks for no Polish. */
function isVerb(before: string, after: string): boolean {
	return (
		/(?:^|\b(?:to|and|or|can|help|should|then)\s+)$/i.test(before) &&
		/^\s+(?:the|this|that|my|our|your|up|and|their|his|her|user|drafts?|prose|texts?|emails?|writing|sentences?|grammar)\b/i.test(
			after,
		)
	);
}
