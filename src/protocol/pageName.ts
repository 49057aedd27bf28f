/** The pages that the panels' one bundle can show; the host writes into the document which one it is. */
export type PageName = "model" | "ecosystem" | "compare";
