/** Members of the European Union by ISO 3166 code, https://european-union.europa.eu/principles-countries-history/eu-countries_en, 2026-11. */
const members = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

/** Whether a code is a member's, or the Union's own. */
export function isEuropeanUnion(code: string): boolean {
	return code === "EU" || members.includes(code);
}
