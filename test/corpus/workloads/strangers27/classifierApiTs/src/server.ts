import { pipeline } from "@huggingface/transformers";
import Fastify from "fastify";
import config from "./config.json" with { type: "json" };

const app = Fastify();
const classify = await pipeline("text-classification", config.model, { dtype: config.dtype as "q8" });

app.post<{ Body: { text: string } }>("/spam", async ({ body }) => classify(body.text));
await app.listen({ port: config.port });
