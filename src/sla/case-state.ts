import { type CaseClock, NEW_CLOCK } from "./case-clock.ts";
import type { PauseReason, StepKey } from "./case-event.ts";
import type { Point } from "./elapsed.ts";
import type { PlannedStep } from "./plan.ts";
import type { Service } from "./service.ts";
import { HANDOVER_WORK, type WorkItem, workItems } from "./work-item.ts";

interface Pause {
  readonly reason: PauseReason;
  readonly from: Point;
  /** Null while it lasts. */
  readonly to: Point | null;
}

/** The wait between the ticket and the call. Null for a case that was opened straight at the desk. */
interface Queue {
  readonly from: Point;
  /** The first call since the person last failed to come; null while the number waits. */
  readonly calledAt: Point | null;
}

/** When a person says a step began and ended. */
interface Correction {
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** A case after some of its events. Every event gives a new state; none is ever changed. */
export interface CaseState {
  readonly service: Service | null;
  readonly items: readonly WorkItem[];
  readonly clock: CaseClock;
  /** Where each event lies; never empty once an event has been applied. */
  readonly points: readonly Point[];
  /** Since when the work that is now at hand has been running. */
  readonly since: Point | null;
  readonly queue: Queue | null;
  readonly pauses: readonly Pause[];
  readonly ready: Point | null;
  readonly taken: Point | null;
  readonly cancelled: Point | null;
  readonly notServed: Point | null;
  readonly corrections: ReadonlyMap<StepKey, Correction>;
  readonly spoiledCards: number;
  readonly sentToPrinter: Point | null;
  readonly machineMs: number | null;
  readonly isClockSuspect: boolean;
}

export const newCase = (plan: readonly PlannedStep[]): CaseState => ({
  service: null,
  items: workItems(plan),
  clock: NEW_CLOCK,
  points: [],
  since: null,
  queue: null,
  pauses: [],
  ready: null,
  taken: null,
  cancelled: null,
  notServed: null,
  corrections: new Map(),
  spoiledCards: 0,
  sentToPrinter: null,
  machineMs: null,
  isClockSuspect: false,
});

export const closedAt = (state: CaseState): Point | null => state.taken ?? withoutCardAt(state);

/** Closed, and nobody got a card: what was left to do stays undone. */
export const withoutCardAt = (state: CaseState): Point | null => state.cancelled ?? state.notServed;

/** The work at hand: the first that is neither done nor passed over. -1 when nothing is left or the case is closed. */
export const indexNow = (state: CaseState): number =>
  closedAt(state) ? -1 : state.items.findIndex(({ status }) => status === "pending");

export const pendingItems = (state: CaseState): readonly WorkItem[] =>
  closedAt(state) ? [] : state.items.filter(({ status }) => status === "pending");

export const isBeforeHandover = (items: readonly WorkItem[], index: number): boolean => {
  const handover = items.findIndex(({ key }) => HANDOVER_WORK.includes(key));
  return handover === -1 || index < handover;
};
