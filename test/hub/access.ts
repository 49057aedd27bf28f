import type { HubModel } from "./hubModel.ts";
import { type Reply, replyError } from "./reply.ts";

/** Who a token belongs to, and what it may see. */
export interface Account {
	readonly name: string;
	readonly isPro: boolean;
	readonly role: "read" | "write" | "god" | "fineGrained";
	/** Whether the owner was let in to gated and private repositories. */
	readonly canReadGated: boolean;
}

/** The tokens that the server knows unless told otherwise: one without and one with access to gated models. */
export const DEFAULT_ACCOUNTS: Readonly<Record<string, Account>> = {
	hf_loopbackReader: { name: "reader", isPro: false, role: "read", canReadGated: false },
	hf_loopbackGranted: { name: "granted", isPro: true, role: "read", canReadGated: true },
};

export type Visitor =
	| { readonly kind: "anonymous" }
	| { readonly kind: "account"; readonly account: Account; readonly token: string }
	| { readonly kind: "badToken" };

export function readVisitor(
	authorization: string | undefined,
	accounts: Readonly<Record<string, Account>>,
): Visitor {
	if (authorization === undefined) {
		return { kind: "anonymous" };
	}
	const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
	const account = token !== undefined && Object.hasOwn(accounts, token) ? accounts[token] : undefined;
	return token === undefined || account === undefined
		? { kind: "badToken" }
		: { kind: "account", account, token };
}

export function refuseBadToken(): Reply {
	return replyError(401, "Invalid credentials in Authorization header");
}

/** To someone unknown a missing repository looks just like a private one. */
export function refuseMissing(visitor: Visitor): Reply {
	return visitor.kind === "account"
		? replyError(404, "Repository not found", "RepoNotFound")
		: replyError(401, "Invalid username or password.");
}

export function canSee(model: HubModel, visitor: Visitor): boolean {
	return !model.isPrivate || (visitor.kind === "account" && visitor.account.canReadGated);
}

/** The refusal of a model's files, or `undefined` where the visitor may read them. */
export function refuseFiles(model: HubModel, visitor: Visitor): Reply | undefined {
	if (model.isDisabled) {
		return replyError(403, "Access to this resource is disabled.");
	}
	if (model.gated === false || (visitor.kind === "account" && visitor.account.canReadGated)) {
		return undefined;
	}
	const start = `Access to model ${model.id} is restricted`;
	return visitor.kind === "account"
		? replyError(403, `${start} and you are not in the authorized list.`, "GatedRepo")
		: replyError(401, `${start}. You must have access to it and be authenticated to access it.`, "GatedRepo");
}
