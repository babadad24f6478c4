import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { isPromiseRunning, type LiveCase, livePromiseMs, NEAR } from "./live-times.ts";

/** One promise as it stands now. `near`: four fifths are used up. */
type Standing = "on-time" | "near" | "late" | "met" | "missed" | "none";

export interface Judgement {
  readonly standing: Standing;
  readonly limitMs: number | undefined;
  /** Negative once over. */
  readonly leftMs: number | undefined;
}

type Given = CaseView["promise"]["published"];

function judge(verdict: Given, limitSeconds: number | null, live: LiveCase): Judgement {
  if (limitSeconds === null || verdict === "not-judged") {
    return { standing: standingOf(verdict, live), limitMs: undefined, leftMs: undefined };
  }
  const limitMs = limitSeconds * 1000;
  const tookMs = livePromiseMs(live);
  // By whole seconds, so that the time taken and the time left always add up to the promise.
  const leftMs = limitMs - Math.floor(tookMs / 1000) * 1000;
  const isOver = verdict === "late" || tookMs > limitMs;
  if (!isPromiseRunning(live.view) && live.view.status !== "paused") {
    return { standing: isOver ? "missed" : "met", limitMs, leftMs };
  }
  return { standing: isOver ? "late" : tookMs > limitMs * NEAR ? "near" : "on-time", limitMs, leftMs };
}

/** A promise in working days has no stopwatch: what the daemon says of it, and while it runs the time by which it is due. */
function standingOf(verdict: Given, live: LiveCase): Standing {
  if (verdict === "met") return "met";
  if (verdict === "late") return "missed";
  return verdict === "running" ? untilDue(live) : "none";
}

function untilDue({ view: { promise, openedAt, asOf }, sinceMs }: LiveCase): Standing {
  if (promise.dueAt === null) return "on-time";
  const openedMs = Date.parse(openedAt);
  const wholeMs = Date.parse(promise.dueAt) - openedMs;
  const passedMs = Date.parse(asOf) + sinceMs - openedMs;
  if (passedMs > wholeMs) return "late";
  return passedMs > wholeMs * NEAR ? "near" : "on-time";
}

export interface Verdicts {
  readonly published: Judgement;
  readonly stepSum: Judgement;
  /** The standard does not say which steps its total covers, and the two readings differ. */
  readonly isTwofold: boolean;
  /** A list without times of its own: nobody has said yet whether the published total is meant for it too. */
  readonly isUndecided: boolean;
}

const JUDGED: readonly Standing[] = ["late", "met", "missed"];

const isOver = ({ standing }: Judgement): boolean => standing === "late" || standing === "missed";

/** Both readings of the promise; which of them counts is the library's to say, not ours. */
export function verdictsOf(live: LiveCase): Verdicts {
  const { standard, promise } = live.view;
  const published = judge(promise.published, standard.publishedSeconds, live);
  const stepSum = judge(promise.stepSum, standard.stepSumSeconds, live);
  const isTwofold =
    published.standing !== "none" && stepSum.standing !== "none" && isOver(published) !== isOver(stepSum);
  const isUndecided =
    standard.coversUnresolved && stepSum.standing === "none" && JUDGED.includes(published.standing);
  return { published, stepSum, isTwofold, isUndecided };
}
