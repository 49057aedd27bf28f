import type { Log } from "../log.ts";
import type { Settings } from "../settings.ts";
import type { CatalogStore } from "../state/catalogStore.ts";
import type { FitSource } from "../state/fitSource.ts";
import type { HubSession } from "../state/hubSession.ts";
import type { RuleStore } from "../state/ruleStore.ts";
import type { AuditState } from "./auditState.ts";

/** What audits work with. */
export interface AuditParts {
	readonly settings: Settings;
	readonly session: HubSession;
	readonly store: CatalogStore;
	readonly fit: FitSource;
	readonly rules: RuleStore;
	readonly auditState: AuditState;
	readonly log: Log;
}
