import { idLanguages } from "./idLanguages.ts";
import { findLanguageOfPath } from "./languageOfPath.ts";

const known: ReadonlySet<string> = new Set(idLanguages);

/** The language that a document is read in: its own, else what its name says; `undefined` where IDs are not looked for. */
export function findDocumentLanguage(languageId: string, path: string): string | undefined {
	return known.has(languageId) ? languageId : findLanguageOfPath(path);
}
