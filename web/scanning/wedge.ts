import { Run, WEDGE } from "./run.ts";

export interface ReadScan {
  readonly text: string;
  /** The prefix that it came with, empty for none. It is not part of the text. */
  readonly prefix: string;
  /** What stood in the same run before the prefix: a person's, not the scanner's. */
  readonly before: string;
}

export type WedgeVerdict =
  /** Not part of a scan, as far as can be known. */
  | { readonly kind: "typing" }
  /** First character of what may become a scan: the moment to remember what the field holds. */
  | { readonly kind: "begins" }
  | { readonly kind: "scanned"; readonly scan: ReadScan }
  /** A second end key of the same scan: it must not reach a button. */
  | { readonly kind: "echo" };

const TYPING: WedgeVerdict = { kind: "typing" };
/** They come before capitals and say nothing by themselves. */
const SILENT_KEYS: readonly string[] = ["Shift", "CapsLock", "AltGraph"];

/** Recognises scans in a stream of keys. Knows no page and no clock: times come in, verdicts go out. */
export class Wedge {
  readonly #prefixes: () => readonly string[];
  #run: Run | undefined;
  #scannedAtMs = Number.NEGATIVE_INFINITY;
  /** The latest end key that ended nothing. Some scanners press it before the code. */
  #strayEndAtMs = Number.NEGATIVE_INFINITY;

  /** `prefixes`: what the desk's scanners send before each code; an empty one, or none at all, lets any fast run count. */
  constructor(prefixes: () => readonly string[] = () => []) {
    this.#prefixes = prefixes;
  }

  /** `key` as in KeyboardEvent.key; `atMs` on any steady clock. */
  press(key: string, atMs: number, isCapsLock = false): WedgeVerdict {
    if (key === "Enter" || key === "Tab") return this.#end(atMs);
    if (key.length !== 1) {
      if (!SILENT_KEYS.includes(key)) this.interrupt();
      return TYPING;
    }
    const known = this.#run;
    if (known && atMs - known.lastAtMs <= WEDGE.silenceMs) {
      known.add(key, atMs, isCapsLock);
      return TYPING;
    }
    this.#run = new Run(atMs - this.#strayEndAtMs <= WEDGE.silenceMs);
    this.#run.add(key, atMs, isCapsLock);
    return { kind: "begins" };
  }

  /** A key that no scanner presses: a shortcut, or one that is held down. */
  interrupt(): void {
    this.#run = undefined;
  }

  /**
   * Call once the silence has passed: a scan without an end key is recognised here. Among a person's own text only one that
   * is certain, by its prefix or by the end key before it.
   */
  silence(atMs: number, isAmongText = false): WedgeVerdict {
    const run = this.#run;
    if (!run || atMs - run.lastAtMs < WEDGE.silenceMs) return TYPING;
    this.#run = undefined;
    const scan = this.#read(run);
    const isCertain = scan !== undefined && (scan.prefix !== "" || run.isAfterEndKey);
    return scan && (isCertain || !isAmongText) ? this.#scanned(scan, atMs) : TYPING;
  }

  #end(atMs: number): WedgeVerdict {
    const run = this.#run;
    this.#run = undefined;
    const isPrompt = run !== undefined && atMs - run.lastAtMs <= WEDGE.silenceMs;
    const scan = isPrompt ? this.#read(run) : undefined;
    if (scan) return this.#scanned(scan, atMs);
    this.#strayEndAtMs = atMs;
    return run === undefined && atMs - this.#scannedAtMs <= WEDGE.silenceMs ? { kind: "echo" } : TYPING;
  }

  #scanned(scan: ReadScan, atMs: number): WedgeVerdict {
    this.#scannedAtMs = atMs;
    return { kind: "scanned", scan };
  }

  #read(run: Run): ReadScan | undefined {
    const prefixes = this.#prefixes();
    // The longest first: `~` must not win over `~>`.
    const inOrder = prefixes.length === 0 ? [""] : prefixes.toSorted((a, b) => b.length - a.length);
    for (const prefix of inOrder) {
      const from = run.meant.indexOf(prefix);
      const text = run.meant.slice(from + prefix.length);
      if (from === -1 || text.trim() === "" || !run.isScanFrom(from)) continue;
      return { text, prefix, before: run.typed.slice(0, from) };
    }
    return undefined;
  }
}
