import type { DeviceId, OneOf } from "../kernel/types.ts";

/** What a paused queue holds back: every card, or only those that nobody waits for. */
export const QUEUE_HOLDS = ["all", "bulk"] as const;
export type QueueHolds = OneOf<typeof QUEUE_HOLDS>;

/** A person asked for it, or a card of a batch came to grief at the printer. */
export const PAUSE_CAUSES = ["operator", "trouble"] as const;
export type PauseCause = OneOf<typeof PAUSE_CAUSES>;

export interface QueuePause {
  readonly printer: DeviceId;
  readonly holds: QueueHolds;
  readonly why: PauseCause;
  readonly since: Date;
}

/** Port: durable before it returns. The card that is in the printer is not held back. */
export interface QueuePauses {
  of(printer: DeviceId): QueuePause | undefined;
  /** Holds undefined: the queue goes on. What is so already is written no second time. */
  set(printer: DeviceId, holds: QueueHolds | undefined, why: PauseCause): void;
}
