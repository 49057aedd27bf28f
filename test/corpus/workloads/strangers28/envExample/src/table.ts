import { sql } from "drizzle-orm";
import { pgTable, text, vector } from "drizzle-orm/pg-core";
import { dimensions } from "./embedder";

export const chunks = pgTable("chunks", { body: text(), embedding: vector({ dimensions }) });
