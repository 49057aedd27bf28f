import type { Said } from "../said.ts";
import type { Mention, Sentence } from "./sentence.ts";

const ungated =
	/\bgated?-free\b|\b(?:non|un|not)[- ]?gated\b|\bno (?:\w+ )?gat(?:ed|ing)\b|\bwithout (?:any )?(?:gat(?:ed|ing)|log(?:ging )?in|sign(?:ing)?[- ]?(?:up|in)|access requests?|(?:asking|applying|requesting|waiting) (?:for )?(?:access|approval|permission)|(?:license )?click[- ]?through|an? (?:hf |hugging face )?(?:token|account))\b|\bno (?:log[- ]?in|sign[- ]?up|registration|access requests?|approval|(?:hf |hugging face )?token)\b(?! limit)|\bfreely downloadable\b|\bopen(?:ly)? download(?:able)?\b|\bgated\b|\baccept(?:ing|ance of)? (?:the |any |its )?(?:terms|license|agreements?|conditions)\b/gi;
const safetensors = /\bsafe ?tensors?\b/gi;
const pickle = /\bpickles?d?\b|\b\.bin (?:files?|weights)\b/gi;
const remoteCode =
	/\btrust[_ ]remote[_ ]code\b(?:\s*=\s*false)?|\b(?:custom|remote|arbitrary|third[- ]party) (?:model(?:ing|ling)? )?code\b/gi;
const scanned = /\b(?:virus|malware|security)[- ]scan(?:ned|s)?\b|\bscanned (?:clean|as safe)\b/gi;

const european =
	"austria|belgium|bulgaria|croatia|cyprus|czechia|czech republic|denmark|estonia|finland|france|germany|greece|hungary|ireland|italy|latvia|lithuania|luxembourg|malta|netherlands|poland|portugal|romania|slovakia|slovenia|spain|sweden|berlin|paris|munich|amsterdam|warsaw|madrid|vienna|stockholm|helsinki|lyon|hamburg|cologne|frankfurt|milan|rome|barcelona|lisbon|dublin|prague|budapest|copenhagen|brussels|rotterdam|krakow";
const europeans =
	"european|eu|austrian|belgian|bulgarian|croatian|czech|danish|dutch|estonian|finnish|french|german|greek|hungarian|irish|italian|latvian|lithuanian|polish|portuguese|romanian|slovak|slovenian|spanish|swedish";
const firm =
	"(?:compan(?:y|ies)|startups?|start-ups?|firms?|banks?|insurers?|hospitals?|business(?:es)?|customers|users|clients|agency|agencies|municipalit(?:y|ies)|ministry|schools?|universit(?:y|ies)|public (?:sector|administration)|government|organi[sz]ations?|subsidiary|entity)";
const usedInEurope = new RegExp(
	`\\b(?:(?:based|located|headquartered|incorporated|operat\\w+|hosted|deployed|used|sold|established|live|are|is|ship(?:ping|ped)?)\\s+(?:from |with)?(?:in|within|across|to)\\s+(?:the\\s+)?(?:eu|europe|european union|${european})\\b|(?:${europeans})[- ](?:based )?(?:[\\w-]+ )?${firm}\\b(?! (?!needs|wants|has|is|uses|runs|requires|asks|seeks|sells)[a-z]+s\\b)|${firm}\\s+(?:\\(|(?:based\\s+)?(?:in|from|within)\\s+)(?:the\\s+)?(?:eu|europe|european union|${european})\\b|(?:for|at|we(?:['’]re| are)|i(?:['’]m| am)|\\brun|\\bown|work(?:ing)? for|i have) an? (?:[\\w-]+ ){1,3}(?:in|from) (?:the )?(?:eu|europe|${european})\\b|in the eu\\b(?! (?:ai )?act)|within the eu\\b|(?:eu|europe)[- ](?:hosted|based hosting)\\b)`,
	"gi",
);
/** Without one of these words nothing is said of where; what looks closer is long, and takes long to compile. */
const ofEurope: ReadonlySet<string> = new Set(`europe|${europeans}|${european}`.split(/[ |]/));
const ofMakers: ReadonlySet<string> = new Set(
	"china chinese prc europe european eu us usa u america american united".split(" "),
);
/** "Data must not leave the EU". */
const leftEurope = new RegExp(`\\bleave (?:the )?(?:eu|europe|european union|${european})\\b`, "gi");
/** What comes from somewhere was made there. */
const madeThere =
	/\b(?:from|by|made|built|trained|developed|vendors?|makers?|labs?|of)\s+(?:by\s+)?(?:an?\s+|the\s+)?$/i;
const makers =
	/\b(european|eu|chinese|american|us|u\.s\.|usa?)[- ](?:(?:made|built|based|origin|trained|developed)\s+)?(?:open[- ](?:source|weights?)\s+)?(?:ai\s+)?(?:models?|llms?|labs?|vendors?|orgs?|makers?|compan(?:y|ies)|organi[sz]ations?|weights|stuff|ones?|origin|providers?)\b|\b(?:from|made in|built in|trained in|developed in|(?:vendors?|makers?|labs?|developers?|providers?)(?: is| are| must be| has to be| sits?| based| located)* (?:in|inside|within|from)|(?<=\b(?:eu|europe|us|usa|china)) (?:or|nor|and))\s+(?:the\s+)?(china|europe|eu|european union|us|usa|u\.s\.|united states|america)\b|\b(china|prc)\b|\b(chinese|american|european)(?=(?:,? (?:or|and|nor)|,|\/) ?(?:chinese|american|european|russian|us)[- ](?:models?|llms?|labs?|vendors?|makers?|companies|providers?)\b)|(?<=\b(?:says?|said|wants?|demands?) no )(chinese)(?=\s*(?:[.,;!?)]|$))|(?<=\b(?:be|preferably|ideally) )(european|american|chinese|us[- ](?:made|based))\b(?=\s*(?:[,.;!?()]|$))/gi;

/** Who may use it where, who made it where, and what must not be run: as far as words say. */
export function readTermWords(sentence: Sentence): readonly Said[] {
	const said: Said[] = [];
	const open = sentence.find(ungated);
	const isOpen = open.find(({ text, isNegated }) => !/^(?:gated$|accept)/i.test(text) || isNegated);
	if (isOpen !== undefined) {
		said.push({ kind: "gated", value: false, strength: isOpen.strength, excerpt: isOpen.text });
	}
	const safe = [
		...sentence.find(safetensors).filter(({ isNegated }) => !isNegated),
		...sentence.find(pickle).filter(({ isNegated }) => isNegated),
	];
	const [own] = safe;
	if (own !== undefined) {
		said.push({ kind: "safety", value: "safetensors", strength: own.strength, excerpt: own.text });
	}
	const code = sentence.find(remoteCode).find(({ isNegated, text }) => isNegated || /false$/i.test(text));
	if (code !== undefined) {
		said.push({ kind: "safety", value: "noCustomCode", strength: code.strength, excerpt: code.text });
	}
	const scan = sentence.find(scanned).find(({ isNegated }) => !isNegated);
	if (scan !== undefined) {
		said.push({ kind: "safety", value: "scanned", strength: scan.strength, excerpt: scan.text });
	}
	const made = readMakerRegions(sentence);
	return [...said, ...readUseRegion(sentence, made), ...made];
}

function readUseRegion(sentence: Sentence, made: readonly Said[]): readonly Said[] {
	if (!hasOneOf(ofEurope, sentence)) {
		return [];
	}
	const used =
		sentence.find(leftEurope).find(({ isNegated }) => isNegated) ??
		sentence
			.find(usedInEurope)
			.find(({ at, isNegated }) => !isNegated && !madeThere.test(sentence.text.slice(0, at)));
	return used === undefined || (made.length > 0 && /models?$/i.test(used.text))
		? []
		: [
				{
					kind: "useRegion",
					value: "EU",
					strength: isOfOthers(used, sentence.text.slice(0, used.at)) ? "prefer" : used.strength,
					excerpt: used.text,
				},
			];
}

function hasOneOf(words: ReadonlySet<string>, { text }: Sentence): boolean {
	return text
		.toLowerCase()
		.split(/[^a-z]+/)
		.some((word) => words.has(word));
}

/** Where customers are tells less than where one is. */
function isOfOthers({ text }: Mention, before: string): boolean {
	return (
		/^(?:customers|users|clients)\b|\b(?:customers|users|clients)$/i.test(text) ||
		/\b(?:customers|users|clients|patients|students|readers)\s+$/i.test(before)
	);
}

function readMakerRegions(sentence: Sentence): readonly Said[] {
	if (!hasOneOf(ofMakers, sentence)) {
		return [];
	}
	const said: Said[] = [];
	for (const mention of sentence.find(makers)) {
		const region = nameRegion(mention);
		const isMaker =
			/\b(?:models?|llms?|labs?|vendors?|makers?|orgs?|organi[sz]ations?|weights|stuff|ones?|origin|providers?)$/i.test(
				mention.text,
			) ||
			/^(?:from|made|built|trained|developed|or|nor|and|vendor|maker|lab|provider)/i.test(mention.text) ||
			madeThere.test(sentence.text.slice(0, mention.at)) ||
			mention.groups[4] !== "" ||
			mention.groups[5] !== "" ||
			mention.groups[6] !== "" ||
			(mention.isNegated && mention.groups[3] !== "");
		// A Chinese model is one that speaks Chinese, unless it is not wanted.
		const isLanguage =
			region === "CN" && !mention.isNegated && !/^(?:from|made|built|trained|dev)/i.test(mention.text);
		const isPlace = /^ (?:data ?cent|cloud|server|soil)/i.test(sentence.text.slice(mention.end));
		// "They lend us one".
		const isPronoun = /^us (?:one|stuff|weights)/.test(mention.text);
		if (isPronoun || !isMaker || isLanguage || isPlace || region === undefined) {
			continue;
		}
		const { strength, text: excerpt } = mention;
		said.push(
			mention.isNegated
				? { kind: "excludedMakerRegion", value: region, strength, excerpt }
				: { kind: "makerRegion", value: region, strength, excerpt },
		);
	}
	return said;
}

function nameRegion({ groups }: Mention): string | undefined {
	const [, ...names] = groups;
	const name = names.join("").toLowerCase();
	if (/chin|prc/.test(name)) {
		return "CN";
	}
	return /^eu/.test(name) ? "EU" : /us|u\.s|america|united states/.test(name) ? "US" : undefined;
}
