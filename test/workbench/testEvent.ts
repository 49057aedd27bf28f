/** What a running suite tells, in the order in which it happens. It crosses process and extension-host borders as JSON. */
export type TestEvent =
	| { readonly kind: "suite"; readonly titlePath: readonly string[] }
	| { readonly kind: "pass"; readonly titlePath: readonly string[] }
	| { readonly kind: "fail"; readonly titlePath: readonly string[]; readonly details: string }
	| { readonly kind: "skip"; readonly titlePath: readonly string[]; readonly reason: string }
	| { readonly kind: "end" };
