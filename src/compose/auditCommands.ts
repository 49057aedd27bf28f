import { AuditRoom } from "../host/audit/auditRoom.ts";
import { createAuditCommands } from "../host/commands/auditCommands.ts";
import type { Parts } from "./parts.ts";

/** The commands about all models of the workspace, and what they share. */
export function composeAuditCommands(parts: Parts) {
	const room = new AuditRoom(parts);
	parts.subscriptions.push(room);
	return createAuditCommands(room, parts.auditState, parts.session, parts.version, parts.log);
}
