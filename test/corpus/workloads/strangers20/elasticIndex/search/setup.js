import { Client } from "@elastic/elasticsearch";

const es = new Client({ node: process.env.ES_URL });

await es.indices.create({
  index: "products",
  mappings: {
    properties: {
      title: { type: "text" },
      price: { type: "float" },
      title_vector: { type: "dense_vector", dims: 1024, index: true, similarity: "cosine" },
    },
  },
});
