import { pipeline, type FeatureExtractionPipeline } from "@huggingface/transformers";
import { NextRequest, NextResponse } from "next/server";
import { sql } from "@/lib/db";

export const runtime = "nodejs";
export const maxDuration = 60;

let extractor: FeatureExtractionPipeline | null = null;

async function embed(text: string) {
  extractor ??= await pipeline("feature-extraction", "Xenova/all-MiniLM-L6-v2");
  const out = await extractor(text, { pooling: "mean", normalize: true });
  return Array.from(out.data as Float32Array);
}

export async function POST(req: NextRequest) {
  const { query, limit = 10 } = await req.json();
  const vec = await embed(query);
  const rows = await sql`SELECT id, title, 1 - (embedding <=> ${JSON.stringify(vec)}) AS score FROM posts ORDER BY score DESC LIMIT ${limit}`;
  return NextResponse.json(rows);
}
