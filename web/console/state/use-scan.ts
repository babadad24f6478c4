import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ScanOutcome } from "./desk-state.ts";
import { useModel } from "./model.ts";

/**
 * Calls back once for every scan from now on; a scan from before the page was opened is history. Only the page that
 * somebody looks at acts on it: with two tabs open, one card must not do two things.
 */
export function useScan(onScan: (outcome: ScanOutcome) => void): void {
  const { desk } = useModel();
  const seen = useRef(desk.lastScan.peek());
  const latest = useRef(onScan);
  latest.current = onScan;
  useSignalEffect(() => {
    const outcome = desk.lastScan.value;
    if (outcome === undefined || outcome === seen.current) return;
    seen.current = outcome;
    if (document.visibilityState === "hidden") return;
    latest.current(outcome);
  });
}
