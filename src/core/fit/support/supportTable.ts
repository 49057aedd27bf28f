import { openSupportRules, type SupportRules } from "./openSupportRules.ts";
import supportTable from "./supportTable.json";

let rules: SupportRules | undefined;

/**
 * The whole table of what runs where. It is large: a host that counts what it loads at its start imports this file
 * dynamically, when the first panel or tooltip asks.
 */
export function readSupportTable(): SupportRules {
	rules ??= openSupportRules(supportTable);
	return rules;
}
