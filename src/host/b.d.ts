import type { A } from "../core/model/a.ts";
export declare const f: (a: A) => string;
