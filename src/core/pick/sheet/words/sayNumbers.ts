const units =
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
		" ",
	);
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const valueOfWord: ReadonlyMap<string, number> = new Map([
	...units.map((word, value) => [word, value] as const),
	...tens.map((word, index) => [word, (index + 2) * 10] as const),
]);
const one = `(?:${[...tens, ...units].join("|")})`;
/** "One" alone, and "a hundred", are mostly no numbers. */
const numbers = new RegExp(
	`\\b(?:(${one})\\s+(hundred)(?:\\s+and\\s+|\\s+)?)?(?!(?:one|zero)\\b)\\b(?:(${tens.join("|")})[\\s-]?)?(${one})?\\b`,
	"gi",
);

/** Writes numbers below a thousand that stand as words in digits: "thirty-two gigs", "two hundred tokens". */
export function sayNumbers(text: string): string {
	return text.replaceAll(numbers, (all: string, ...groups: (string | undefined)[]) => {
		const [hundreds = "", hundred, ten = "", unit = ""] = groups;
		if (all.trim() === "") {
			return all;
		}
		const value =
			(hundred === undefined ? 0 : (valueOfWord.get(hundreds.toLowerCase()) ?? 0) * 100) +
			(valueOfWord.get(ten.toLowerCase()) ?? 0) +
			(valueOfWord.get(unit.toLowerCase()) ?? 0);
		return `${value}${/\s$/.test(all) ? " " : ""}`;
	});
}
