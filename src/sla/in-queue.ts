import type { CaseEvent } from "./case-event.ts";
import type { CaseState } from "./case-state.ts";
import type { Point } from "./elapsed.ts";

const QUEUE_EVENTS = ["case.queued", "case.called", "case.missed", "case.queueLeft"] as const;

type QueueEvent = Extract<CaseEvent, { readonly type: (typeof QUEUE_EVENTS)[number] }>;
/** What happens once the person stands at the desk. */
export type ServiceEvent = Exclude<CaseEvent, QueueEvent>;

export const isOfQueue = (event: CaseEvent): event is QueueEvent =>
  QUEUE_EVENTS.some((type) => type === event.type);

/**
 * A case before its service: nobody works on it, so no step runs. The call begins the work at hand. Calling again does not
 * move that, or a desk could shorten a service by calling twice; only somebody who did not come waits anew.
 */
export function inQueue(state: CaseState, { type }: QueueEvent, now: Point): CaseState {
  const { queue, service } = state;
  // The service has begun: what a late event of another desk says about the queue changes nothing any more.
  if (service) return state;
  switch (type) {
    case "case.queued":
      return { ...state, queue: queue ?? { from: now, calledAt: null } };
    case "case.called":
      return queue
        ? { ...state, queue: { ...queue, calledAt: queue.calledAt ?? now }, since: state.since ?? now }
        : state;
    case "case.missed":
      return queue ? { ...state, queue: { ...queue, calledAt: null }, since: null } : state;
    case "case.queueLeft":
      return state;
  }
}
