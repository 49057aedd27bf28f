import { findModelCall } from "../candidates/callSites.ts";
import {
	hasKnownOwner,
	isLegacyId,
	isNamedLikeModel,
	isOwnedId,
	isServiceId,
} from "../candidates/idShape.ts";
import { readNameRole } from "../candidates/nameRole.ts";
import type { FoundId } from "../modelIdUse.ts";

const argument =
	/(?:\b([A-Za-z_]\w*)\((?:\\n["']\s*f?["'])?|[(,])[ \t]*(?:([A-Za-z_]\w*)[ \t]*=[ \t]*)?\\+(["'])([\w.-]+(?:\/[\w.-]+)?)\\+\3/g;

/** IDs that calls take in programs within texts, where quotes have a backslash before them: `from_pretrained(\"owner/name\")`. */
export function findEscapedCalls(text: string): readonly FoundId[] {
	const found: FoundId[] = [];
	if (!text.includes('\\"') && !text.includes("\\'")) {
		return found;
	}
	for (const { 0: all, 1: name, 2: named, 3: quote = "", 4: id = "", index } of text.matchAll(argument)) {
		const call =
			name === undefined
				? undefined
				: findModelCall({
						name,
						receiver: "",
						index: 0,
						...(named === undefined ? {} : { argument: named }),
					});
		const isModel = isOwnedId(id)
			? (call !== undefined && !call.isWeak) ||
				(named !== undefined &&
					readNameRole(named) === "model" &&
					!isServiceId(id) &&
					(isNamedLikeModel(id) || hasKnownOwner(id)))
			: call?.legacy !== undefined && isLegacyId(id, call.legacy);
		if (isModel) {
			const start = index + all.lastIndexOf(`${quote}${id}`) + 1;
			found.push({
				id,
				start,
				end: start + id.length,
				callSite: call?.callSite ?? named ?? "",
				confidence: call === undefined ? "likely" : "certain",
				place: "comment",
			});
		}
	}
	return found;
}
