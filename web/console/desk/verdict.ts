import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { isTotalRunning, type LiveCase, liveNetMs } from "./live-times.ts";

/** One promise as it stands now. `near`: four fifths are used up. */
export type Standing = "on-time" | "near" | "late" | "met" | "missed" | "none";

export interface Judgement {
  readonly standing: Standing;
  readonly limitMs: number | undefined;
  /** Negative once over. */
  readonly leftMs: number | undefined;
}

/** The share of the promise after which people should hurry. */
export const NEAR = 0.8;

function judge(verdict: CaseView["promise"]["published"], limitSeconds: number | null, live: LiveCase): Judgement {
  if (limitSeconds === null) return { standing: "none", limitMs: undefined, leftMs: undefined };
  const netMs = liveNetMs(live);
  const limitMs = limitSeconds * 1000;
  const figures = { limitMs, leftMs: limitMs - netMs };
  if (verdict === "met") return { standing: "met", ...figures };
  if (verdict === "late") return { standing: isTotalRunning(live.view) ? "late" : "missed", ...figures };
  if (verdict === "not-judged") return { standing: "none", ...figures };
  return { standing: netMs > limitMs ? "late" : netMs > limitMs * NEAR ? "near" : "on-time", ...figures };
}

export interface Verdicts {
  readonly published: Judgement;
  readonly stepSum: Judgement;
  /** The standard does not say which steps its total covers, and the two readings differ. */
  readonly isTwofold: boolean;
}

const isOver = ({ standing }: Judgement): boolean => standing === "late" || standing === "missed";

/** Both readings of the promise; which of them counts is the library's to say, not ours. */
export function verdictsOf(live: LiveCase): Verdicts {
  const { standard, promise } = live.view;
  const published = judge(promise.published, standard.publishedSeconds, live);
  const stepSum = judge(promise.stepSum, standard.stepSumSeconds, live);
  const isTwofold =
    standard.coversUnresolved &&
    published.standing !== "none" &&
    stepSum.standing !== "none" &&
    isOver(published) !== isOver(stepSum);
  return { published, stepSum, isTwofold };
}
