import type { CaseId, LocalDate } from "../kernel/types.ts";
import type { CaseKind, Channel, LateReason, PauseReason, StepKey } from "../sla/case-event.ts";
import type { Verdict } from "../sla/verdict.ts";
import type { CaseRecord } from "./case-store.ts";

/** Cases that may be compared with each other: one version of a standard, one kind, one channel, one category. */
export interface ResultGroup {
  readonly standardId: string;
  readonly standardVersion: number;
  readonly kind: CaseKind;
  readonly channel: Channel;
  /** As the standard names it, `general-public`; empty where nobody has said it. */
  readonly category: string;
}

/** What a case came to, as of its newest event. Times are milliseconds. */
export interface CaseResult {
  readonly case: CaseId;
  readonly group: ResultGroup;
  readonly desk: string;
  readonly ticket: string | undefined;
  /** The library's own day on which it was opened. */
  readonly day: LocalDate;
  readonly status: CaseRecord["status"];
  readonly openedAt: Date;
  readonly readyAt: Date | undefined;
  readonly takenAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly published: Verdict;
  readonly stepSum: Verdict;
  readonly overall: Verdict;
  /** The promise's clock has stopped, and nobody gave the case up. */
  readonly isDecided: boolean;
  /** What the promise counts, as the library has set. */
  readonly measuredMs: number;
  readonly grossMs: number;
  readonly netMs: number;
  readonly libraryMs: number;
  readonly applicantMs: number;
  /** From ticket to call; undefined where nobody was called. */
  readonly queueMs: number | undefined;
  readonly pauses: readonly { readonly reason: PauseReason; readonly ms: number }[];
  readonly limitSeconds: number | undefined;
  readonly dueAt: Date | undefined;
  readonly isAbandoned: boolean;
  readonly isClockSuspect: boolean;
  readonly spoiled: number;
  readonly reprints: number;
  readonly lateReason: LateReason | undefined;
}

export interface StepResult {
  readonly step: StepKey;
  /** Counts from 1, in the order of the work. */
  readonly seq: number;
  readonly state: "done" | "not-needed" | "now" | "next";
  readonly verdict: Verdict;
  readonly isAbandoned: boolean;
  readonly tookMs: number | undefined;
  readonly targetSeconds: number | undefined;
  readonly allowanceSeconds: number | undefined;
}
