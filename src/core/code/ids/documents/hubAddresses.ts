import { hasKnownOwner, isLegacyId, isOwnedId } from "../candidates/idShape.ts";
import type { FoundId } from "../modelIdUse.ts";

/** First parts of the Hub's addresses that are no owners of models. */
const reserved: ReadonlySet<string> = new Set(
	"datasets spaces docs papers blog models tasks learn api collections settings organizations join login logout pricing posts new chat enterprise brand search terms-of-service privacy inference inference-api inference-endpoints support subscribe changelog jobs front avatars assets images static oauth course transformers metrics languages welcome notifications billing storage content-guidelines code-of-conduct shop hardware buckets kernels leaderboards playground events careers contact-us resolve-cache deploy social team teams autotrain about raw blob resolve tree sponsors hf-inference v1 pipeline endpoints huggingchat agents mcp activity".split(
		" ",
	),
);
/** Pages of an owner that are no repositories. */
const page = /^(?:models|datasets|spaces|collections|activity|followers|following|papers|settings)$/;
/** Paths before an ID, of addresses that serve models. */
const servingPath = /^(?:api\/|hf-inference\/)*(?:models|pipeline\/[a-z-]+|api\/resolve-cache\/models)\//;
const hosts = ["huggingface.co/", "hf.co/", "hf-mirror.com/", "hf://", "hf-hub:", "hf_hub:"] as const;
const subdomain = /(?:^|[^\w.-])(?:www|api-inference|router)\.$/;
const idPart = /[\w.-]*/y;
const afterId =
	/(?:\/(?:resolve|blob|tree|raw|commits?|discussions|edit|blame)\/([\w.%-]+(?:\/pr\/\d+)?)(?:\/([\w./%+-]*[\w+]))?)?/y;
const afterSchemeId = /(?:@([\w.-]*\w))?(?:\/([\w./+-]*\w))?/y;
const variantAfter = /:([A-Za-z][\w.-]*\w)/y;

/** Models in addresses of the Hub, wherever they stand in a text. */
export function findHubAddresses(text: string, place: FoundId["place"]): readonly FoundId[] {
	const found: FoundId[] = [];
	// Most texts have none: one look tells.
	for (const host of text.includes("hf") || text.includes(hosts[0]) ? hosts : []) {
		for (let at = text.indexOf(host); at !== -1; at = text.indexOf(host, at + host.length)) {
			const before = text[at - 1] ?? " ";
			// Other hosts' names end so too, and some that belong to the Hub serve other things.
			if (/[\w-]/.test(before) || (before === "." && !subdomain.test(text.slice(Math.max(0, at - 20), at)))) {
				continue;
			}
			const each = readAddress(text, at + host.length, host, place);
			if (each !== undefined) {
				found.push(each);
			}
		}
	}
	return [...found, ...findAfterVariables(text, place)];
}

const downloadPath = "/resolve/";
const afterVariable = /(?:\$\w+|\$?\{\w+\})\/([\w.-]+\/[\w.-]+)$/;

/** Models in addresses that begin with a variable, as in `$HF/owner/name/resolve/main/config.json`. */
function findAfterVariables(text: string, place: FoundId["place"]): readonly FoundId[] {
	const found: FoundId[] = [];
	for (
		let at = text.indexOf(downloadPath);
		at !== -1;
		at = text.indexOf(downloadPath, at + downloadPath.length)
	) {
		const [, id] = afterVariable.exec(text.slice(Math.max(0, at - 200), at)) ?? [];
		if (id !== undefined && isOwnedId(id)) {
			const after = readAfter(text, at, false);
			found.push({
				id,
				start: at - id.length,
				end: at,
				callSite: "resolve",
				confidence: "certain",
				place,
				...after,
			});
		}
	}
	return found;
}

function readAddress(
	text: string,
	hostEnd: number,
	host: (typeof hosts)[number],
	place: FoundId["place"],
): FoundId | undefined {
	const isScheme = !host.includes(".");
	let start = hostEnd;
	const serving = isScheme ? undefined : servingPath.exec(text.slice(start, start + 80))?.[0];
	start += serving?.length ?? (isScheme && text.startsWith("models/", start) ? "models/".length : 0);
	const owner = readPart(text, start);
	const ownerEnd = start + owner.length;
	if (owner === "" || (reserved.has(owner.toLowerCase()) && owner !== "hf-inference")) {
		return undefined;
	}
	const callSite = host === "hf://" ? host : host.slice(0, -1);
	const common = { callSite, confidence: "certain", place } as const;
	const name = text[ownerEnd] === "/" ? trimEnd(readPart(text, ownerEnd + 1)) : "";
	const isAction = /^(?:resolve|blob|tree|raw)$/.test(name);
	if (name === "" || isAction) {
		const id = trimEnd(owner);
		const end = start + id.length;
		return isLegacyId(id, "transformers") && !isOpenEnded(text, end)
			? { id, start, end, ...common, ...readAfter(text, end, isScheme) }
			: undefined;
	}
	const end = ownerEnd + 1 + name.length;
	const id = text.slice(start, end);
	if (
		isOpenEnded(text, end) ||
		!(
			isOwnedId(id) ||
			text.startsWith("/models/resolve/", ownerEnd) ||
			(hasKnownOwner(id) && !page.test(name))
		)
	) {
		return undefined;
	}
	return { id, start, end, ...common, ...readAfter(text, end, isScheme) };
}

function readPart(text: string, at: number): string {
	idPart.lastIndex = at;
	return idPart.exec(text)?.[0] ?? "";
}

/** Without what ends a sentence, and without the ending of a Git address. */
function trimEnd(name: string): string {
	return name.replace(/[.-]+$/, "").replace(/\.git$/, "");
}

/** Whether the ID goes on in something that is filled in later. */
function isOpenEnded(text: string, end: number): boolean {
	return /^-*(?:[{$<%*]|\.\.\.|…)/.test(text.slice(end, end + 4));
}

function readAfter(
	text: string,
	end: number,
	isScheme: boolean,
): Pick<FoundId, "revision" | "revisionSpan" | "file" | "variant"> {
	const pattern = isScheme ? afterSchemeId : afterId;
	pattern.lastIndex = end;
	const [, revision, file] = pattern.exec(text) ?? [];
	variantAfter.lastIndex = end;
	const variant = revision === undefined && file === undefined ? variantAfter.exec(text)?.[1] : undefined;
	const revisionAt = revision === undefined ? -1 : text.indexOf(revision, end);
	return {
		...(revision === undefined
			? {}
			: { revision, revisionSpan: { start: revisionAt, end: revisionAt + revision.length } }),
		...(file === undefined ? {} : { file }),
		...(variant === undefined ? {} : { variant }),
	};
}
