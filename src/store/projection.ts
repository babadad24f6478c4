import type { StoredEvent } from "./event-catalog.ts";

/**
 * Tables that say what the log amounts to. `apply` sees every event inside the transaction that stores it, and again in a
 * rebuild; it may look at nothing but the event, its place and its own tables, or a rebuild would differ.
 */
export interface Projection {
  readonly tables: readonly string[];
  /** `position`: where the event lies in this store, in the order of arrival. */
  apply(event: StoredEvent, position: number): void;
}

/**
 * Of streams that several desks write. When an event arrives that belongs before others, what the stream has written is
 * taken out, and all of it applied again in its order.
 */
export interface StreamProjection extends Projection {
  /** What the streams begin with: `case`. */
  readonly noun: string;
  /** Takes out every row that events of this stream have made. A row lies at its first event's position, so it keeps its place. */
  forget(subject: string): void;
}

/** `case/<id>` → `<id>`. */
export function subjectOf(event: Pick<StoredEvent, "stream">): string {
  return event.stream.slice(event.stream.indexOf("/") + 1);
}
