export interface Page<T> {
  items: T[];
  total: number;
  batchSize: number;
}

/** Splits a list into batches; the context of a request tells its language. */
export function paginate<T>(items: T[], batchSize = 50): Page<T>[] {
  const pages: Page<T>[] = [];
  for (let at = 0; at < items.length; at += batchSize) {
    pages.push({ items: items.slice(at, at + batchSize), total: items.length, batchSize });
  }
  return pages;
}
