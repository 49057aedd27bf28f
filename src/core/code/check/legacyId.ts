import { isLegacyId } from "../ids/candidates/idShape.ts";

/**
 * The repository that an ID without an owner stands for. Sentence Transformers looks for its own models' names among those of its
 * organization: https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html (2026-08-20).
 */
export function toRepoId(id: string): string {
	return id.includes("/") || isLegacyId(id, "transformers") ? id : `sentence-transformers/${id}`;
}
