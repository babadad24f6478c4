import type { HealthReason } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { readWord, type StateWord } from "./state-words.ts";

/** `unknown`: the service does not watch the printer. `stopped`: somebody or something has to act first. */
export type Activity = "busy" | "resting" | "stopped" | "unknown";

export interface PrinterReading {
  readonly reasons: readonly HealthReason[];
  readonly activity: Activity;
  /** Minor states that no reason stands for: reported as themselves instead of guessed at. */
  readonly unknown: readonly string[];
}

type Major = "OFF" | "READY" | "WARNING" | "ERROR";

const BUSY: readonly string[] = ["BUSY", "PRINTING_RUNNING"];
/** After a last card the feeder or the ribbon is empty, and the card is good all the same. */
const BEFORE_THE_NEXT: readonly HealthReason[] = ["cards-empty", "ribbon-empty"];

/** `MAJOR,MINOR` as the service gives it. Throws `DEVICE_BAD_ANSWER` for anything else. */
export function readState(text: string): PrinterReading {
  const [, major, minor] = /^\s*(OFF|READY|WARNING|ERROR)\s*,\s*([ -~]{1,100}?)\s*$/.exec(text) ?? [];
  if (!major || !minor) throw new TitianError("DEVICE_BAD_ANSWER");
  const word = readWord(minor);
  const reason = reasonFor(major as Major, word);
  return {
    reasons: reason ? [reason] : [],
    activity: activityFor(major as Major, word),
    unknown: word.isKnown ? [] : [minor.slice(0, 60)],
  };
}

/** An unknown word is weighed by its major alone: an error needs somebody, a warning still prints. */
function reasonFor(major: Major, { reason }: StateWord): HealthReason | undefined {
  if (reason) return reason;
  if (major === "ERROR") return "needs-attention";
  return major === "OFF" ? "not-connected" : undefined;
}

function activityFor(major: Major, { reason, stem, family }: StateWord): Activity {
  if (reason === "not-supervised") return "unknown";
  const isWell = major === "READY" || major === "WARNING";
  if (isWell && BUSY.includes(stem)) return "busy";
  if (reason && family === "DEF" && BEFORE_THE_NEXT.includes(reason)) return "resting";
  return isWell && reason !== "cooling" ? "resting" : "stopped";
}
