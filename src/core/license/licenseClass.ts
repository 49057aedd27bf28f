/**
 * What a license obliges to, coarsely: `permissive` (notice only), `conditions` (commercial use under conditions),
 * `nonCommercial`, and `notStated` (no license, `unknown`, or `other` without a name that we know).
 */
export const licenseClasses = ["permissive", "conditions", "nonCommercial", "notStated"] as const;

/** What a license obliges to, coarsely. */
export type LicenseClass = (typeof licenseClasses)[number];
