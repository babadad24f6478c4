const TIMES = 3;
const PAUSE_MS = 10_000;

/** For what comes over the network, where one answer in a thousand is lost: as often as `TIMES`, and the last failure is thrown. */
export function fetching<T>(say: (line: string) => void, fetchIt: () => T): T {
  for (let time = 1; ; time++) {
    try {
      return fetchIt();
    } catch (error) {
      if (time === TIMES) throw error;
      say(`once more in ${PAUSE_MS / 1_000} s: ${error instanceof Error ? error.message : String(error)}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
