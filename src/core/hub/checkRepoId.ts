import { isRepoId } from "../model/repoId.ts";
import { HubError } from "./hubError.ts";

/** @throws HubError `notFound` for what cannot be a repository's id: nothing is asked for it. */
export function checkRepoId(repoId: string): void {
	if (!isRepoId(repoId)) {
		throw new HubError("notFound", "This is no repository id.");
	}
}
