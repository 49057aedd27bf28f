export const modelId = "";
