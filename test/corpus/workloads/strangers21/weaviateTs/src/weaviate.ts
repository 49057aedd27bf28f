import weaviate, { vectors, dataType } from "weaviate-client";

const client = await weaviate.connectToLocal();

await client.collections.create({
  name: "Manual",
  properties: [
    { name: "title", dataType: dataType.TEXT },
    { name: "body", dataType: dataType.TEXT },
  ],
  vectorizers: vectors.text2VecOllama({
    apiEndpoint: "http://host.docker.internal:11434",
    model: "snowflake-arctic-embed2",
  }),
});
