import { findStatedInText } from "../../license/statedInText.ts";
import type { DeclaredLicense } from "../../model/model.ts";
import type { WireRow } from "./wireRow.ts";

const licenseIdPattern = /^[a-z0-9][a-z0-9.+_-]{0,63}$/;

/** The license that a row states: its `license:` tag, else its card, else the card's text. The name and the link are the card's. */
export function mapLicense({ id: repoId, tags, cardData }: WireRow): DeclaredLicense | undefined {
	const tagged = tags?.find((tag) => tag.startsWith("license:"))?.slice("license:".length);
	const fromTag = toLicenseId(tagged);
	const id = fromTag ?? toLicenseId(cardData?.license?.[0]);
	const name = cardData?.license_name;
	const link = toLink(cardData?.license_link);
	if (id === undefined && name === undefined && link === undefined) {
		return findStatedInText(repoId);
	}
	return {
		// A card that names a license without an id means another than the Hub knows.
		id: id ?? "other",
		...(name === undefined ? {} : { name }),
		...(link === undefined ? {} : { link }),
		origin: fromTag === undefined ? "card" : "tag",
	};
}

function toLicenseId(text: string | undefined): string | undefined {
	const id = text?.toLowerCase();
	return id !== undefined && licenseIdPattern.test(id) ? id : undefined;
}

/** An absolute http(s) URL; a path in the repository is not one. */
function toLink(text: string | undefined): string | undefined {
	try {
		const url = new URL(text ?? "");
		const isWeb = url.protocol === "https:" || url.protocol === "http:";
		return isWeb && url.username === "" && url.password === "" ? url.href : undefined;
	} catch {
		return undefined;
	}
}
