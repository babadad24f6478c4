import { isAmongText, isField, isSecret, type Memory, remember, restore } from "./field.ts";
import { WEDGE } from "./run.ts";
import { type ReadScan, Wedge } from "./wedge.ts";

export interface ScanListener {
  /** What the desk's keyboard scanners send before each code. */
  readonly prefixes: () => readonly string[];
  readonly scanned: (scan: ReadScan) => void;
  /** What is typed or scanned here belongs to the page that shows it. */
  readonly leavesAlone?: (target: EventTarget | null) => boolean;
}

/** A little more than the silence itself, so that it has passed for certain. */
const LOOK_AFTER_MS = WEDGE.silenceMs + 10;
/** A timer this late comes from a page that was busy, in which the rest of the code may still be waiting. */
const LATE_MS = 40;

/**
 * Hears scans in the keys of a page. Characters are never held back: a person's typing always reaches its field. Once an end
 * key makes a scan of them, the field gets back what it held before, and that key reaches nobody. Listens in the capture
 * phase, before any button; whoever listens there later hears only what is no scan.
 */
export function listenForScans({ prefixes, scanned, leavesAlone }: ScanListener): Disposable {
  const wedge = new Wedge(prefixes);
  let memory: Memory | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const take = (scan: ReadScan): void => {
    if (memory) restore(memory, scan.before);
    memory = undefined;
    scanned(scan);
  };

  const waitForSilence = (isAmong: boolean, afterMs = LOOK_AFTER_MS): void => {
    const dueAtMs = performance.now() + afterMs;
    silence = setTimeout(() => {
      const nowMs = performance.now();
      if (nowMs - dueAtMs > LATE_MS) return waitForSilence(isAmong, LATE_MS);
      const verdict = wedge.silence(nowMs, isAmong);
      if (verdict.kind === "scanned") take(verdict.scan);
    }, afterMs);
  };

  const onKey = (event: KeyboardEvent): void => {
    const [target = null] = event.composedPath();
    const key = keyOf(event);
    if (key === undefined || isSecret(target) || leavesAlone?.(target)) {
      if (!event.isComposing) wedge.interrupt();
      return;
    }
    clearTimeout(silence);
    // When the key went down, not when a busy page came round to it.
    const verdict = wedge.press(key, event.timeStamp, event.getModifierState("CapsLock"));
    if (verdict.kind === "begins") memory = isField(target) ? remember(target) : undefined;
    if (verdict.kind === "scanned" || verdict.kind === "echo") {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (verdict.kind === "scanned") take(verdict.scan);
      return;
    }
    waitForSilence(isAmongText(target));
  };
  window.addEventListener("keydown", onKey, { capture: true });
  return {
    [Symbol.dispose]: () => {
      clearTimeout(silence);
      window.removeEventListener("keydown", onKey, { capture: true });
    },
  };
}

/** Scanners that send control characters press Ctrl with a letter for them. */
const CONTROL_KEYS: Readonly<Record<string, string>> = { m: "Enter", j: "Enter", i: "Tab" };

/** The key as a scanner would press it; undefined for one that no scanner presses. */
function keyOf(event: KeyboardEvent): string | undefined {
  // A key that is held down repeats as fast as a scanner types.
  if (event.isComposing || event.repeat) return undefined;
  if (event.key === "Control") return "Shift";
  if (event.getModifierState("AltGraph")) return event.key;
  if (event.altKey || event.metaKey) return undefined;
  return event.ctrlKey ? CONTROL_KEYS[event.key.toLowerCase()] : event.key;
}
