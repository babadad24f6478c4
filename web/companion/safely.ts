/** INLISLite's page must never learn of a fault of ours: not by an exception, not by its own error listeners. */
export function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** For work that goes on by itself: what it could say, it has said in the bar. */
export function inBackground(work: () => Promise<unknown>): void {
  safely(() => void work().catch(() => undefined));
}
