export const config = {
  port: Number(process.env.PORT ?? 3000),
  qdrantUrl: process.env.QDRANT_URL ?? "http://localhost:6333",
  collection: "handbook",
  vectorSize: 1024,
  embedModel: "bge-m3",
  chat: {
    model: "gemma3:12b-it-q4_K_M",
    contextTokens: 16384,
    answerTokens: 600,
  },
} as const;
