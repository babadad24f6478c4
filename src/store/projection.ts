import type { StoredEvent } from "./event-catalog.ts";

/**
 * Tables that say what the log amounts to. `apply` sees every event once, in order, inside the transaction that stores
 * it, and again in a rebuild; it may look at nothing but the event and its own tables, or a rebuild would differ.
 */
export interface Projection {
  readonly tables: readonly string[];
  apply(event: StoredEvent): void;
}

/** `case/<id>` → `<id>`. */
export function subjectOf(event: Pick<StoredEvent, "stream">): string {
  return event.stream.slice(event.stream.indexOf("/") + 1);
}
