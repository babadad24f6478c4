/** Does it to each of them, also after it could not be done to one. Throws what kept it from the first of those. */
export function tryEach<T>(all: Iterable<T>, work: (one: T) => void): void {
  const failed: unknown[] = [];
  for (const one of all)
    try {
      work(one);
    } catch (error) {
      failed.push(error);
    }
  if (failed.length > 0) throw failed[0];
}
