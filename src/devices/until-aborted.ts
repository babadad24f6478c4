/** The work, or the signal's reason, whichever comes first: for work that may not listen to its signal. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController();
  try {
    return await Promise.race([work, rejectedBy(signal, over.signal)]);
  } finally {
    over.abort();
    work.catch(() => undefined);
  }
}

function rejectedBy(signal: AbortSignal, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true, signal: over });
  });
}
