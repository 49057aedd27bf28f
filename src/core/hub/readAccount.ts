import { whoAmI } from "@huggingface/hub";
import * as v from "valibot";
import type { HubCallOptions } from "./hubClientOptions.ts";
import { HubError } from "./hubError.ts";
import type { HubTransport } from "./hubTransport.ts";
import { adaptFetch, guardErrors } from "./libraryFetch.ts";

const mostBytes = 1024 * 1024;
const accountSchema = v.object({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

/** Whose token it is; `undefined` without one. A refused token is `unauthorized`. */
export async function readAccount(
	transport: HubTransport,
	options: HubCallOptions,
): Promise<{ readonly name: string } | undefined> {
	if ((await transport.readToken()) === undefined) {
		return undefined;
	}
	const fetch = adaptFetch(async (url) => {
		const request = { url: url.href, maxBytes: mostBytes, needsToken: true };
		const { json } = await transport.get(request, options);
		if (!v.is(accountSchema, json)) {
			throw new HubError("badResponse", "The reply is no account.");
		}
		return { name: json.name, auth: {} };
	});
	// The library wants a token in hand; what is sent is the transport's.
	const credentials = { accessToken: "hf_" };
	const account = await guardErrors(() =>
		whoAmI({ ...credentials, hubUrl: transport.endpoint.baseUrl, fetch }),
	);
	return { name: account.name.replace(/[\p{Cc}\p{Cf}]/gu, "") };
}
