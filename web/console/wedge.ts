/**
 * A keyboard-wedge scanner types like a person, only faster. Times from shipped code of other scanning pages
 * (facts/cards.md section 9): at most 60 ms between characters in the middle of the run, at least 4 characters,
 * then Enter, Tab, or 120 ms of silence.
 */
export const WEDGE = { medianGapMs: 60, fewest: 4, silenceMs: 120, longestMs: 1_500, most: 200 } as const;

export type WedgeVerdict =
  /** Not part of a scan, as far as can be known. */
  | { readonly kind: "typing" }
  /** First character of what may become a scan: the moment to remember what the field holds. */
  | { readonly kind: "begins" }
  | { readonly kind: "scanned"; readonly text: string };

const TYPING: WedgeVerdict = { kind: "typing" };

/** Recognises scans in a stream of keys. Knows no page and no clock: times come in, verdicts go out. */
export class Wedge {
  #text = "";
  #times: number[] = [];
  /** Scanners that send CR and LF press Enter twice; the second one must not reach a button. */
  #scannedAtMs = Number.NEGATIVE_INFINITY;

  /** `key` as in KeyboardEvent.key; `atMs` on any steady clock. */
  press(key: string, atMs: number): WedgeVerdict {
    if (key === "Enter" || key === "Tab") return this.#end(atMs);
    if (key.length !== 1) {
      // Shift comes before every capital letter and says nothing by itself.
      if (key !== "Shift" && key !== "CapsLock") this.#forget();
      return TYPING;
    }
    const last = this.#times.at(-1);
    const isNewRun = last === undefined || atMs - last > WEDGE.silenceMs || this.#text.length >= WEDGE.most;
    if (isNewRun) this.#forget();
    this.#text += key;
    this.#times.push(atMs);
    return isNewRun ? { kind: "begins" } : TYPING;
  }

  /** Call once the silence has passed: a scan without an end key is recognised here. */
  silence(atMs: number): WedgeVerdict {
    const last = this.#times.at(-1);
    if (last === undefined || atMs - last < WEDGE.silenceMs) return TYPING;
    return this.#take(atMs);
  }

  #end(atMs: number): WedgeVerdict {
    const last = this.#times.at(-1);
    if (last !== undefined && atMs - last <= WEDGE.silenceMs) return this.#take(atMs);
    const isEcho = this.#text === "" && atMs - this.#scannedAtMs <= WEDGE.silenceMs;
    this.#forget();
    return isEcho ? { kind: "scanned", text: "" } : TYPING;
  }

  #take(atMs: number): WedgeVerdict {
    const text = this.#text;
    const isScan = text.trim().length >= WEDGE.fewest && this.#isFast();
    this.#forget();
    if (!isScan) return TYPING;
    this.#scannedAtMs = atMs;
    return { kind: "scanned", text };
  }

  #isFast(): boolean {
    const gaps = this.#times.slice(1).map((time, index) => time - (this.#times[index] ?? time));
    gaps.sort((a, b) => a - b);
    const median = gaps[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY;
    const took = (this.#times.at(-1) ?? 0) - (this.#times[0] ?? 0);
    return median <= WEDGE.medianGapMs && took <= WEDGE.longestMs;
  }

  #forget(): void {
    this.#text = "";
    this.#times = [];
  }
}
