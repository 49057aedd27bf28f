import type { Lock, LockedModel } from "./lock.ts";
import { lockVersion } from "./parseLock.ts";

/**
 * The text of a lock: sorted, one value a line and with a line break at its end, so that what changes in a repository is
 * what changed in the pins.
 */
export function formatLock(lock: Lock): string {
	const models = [...lock.models].sort(compareModels).map((model) => ({
		id: model.id,
		hubId: model.hubId,
		revision: model.revision,
		date: model.date,
		license: model.license && { id: model.license.id, name: model.license.name, link: model.license.link },
		files:
			model.files &&
			[...model.files]
				.sort((a, b) => compareTexts(a.path, b.path))
				.map(({ path, sizeBytes, sha256, gitBlob }) => ({ path, sizeBytes, sha256, gitBlob })),
	}));
	return `${JSON.stringify({ lockVersion, models }, undefined, "\t")}\n`;
}

function compareModels(a: LockedModel, b: LockedModel): number {
	return (
		compareTexts(a.id.toLowerCase(), b.id.toLowerCase()) ||
		compareTexts(a.id, b.id) ||
		compareTexts(a.revision, b.revision)
	);
}

/** By code units, the same in every locale. */
function compareTexts(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
