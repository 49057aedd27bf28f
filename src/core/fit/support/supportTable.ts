import { openSupportRules, type SupportRules } from "./openSupportRules.ts";
import supportTable from "./supportTable.json";

let rules: SupportRules | undefined;

/** The whole table of what runs where, for programs that hold it: the extension reads it as a file, when it first judges. */
export function readSupportTable(): SupportRules {
	rules ??= openSupportRules(supportTable);
	return rules;
}
