const { MongoClient } = require("mongodb");

const definition = {
  name: "vector_index",
  type: "vectorSearch",
  definition: { fields: [{ type: "vector", path: "plot_embedding", numDimensions: 768, similarity: "dotProduct" }] },
};

new MongoClient(process.env.ATLAS).db("films").collection("movies").createSearchIndex(definition);
