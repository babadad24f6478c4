/** One `calendar.changed` of any desk, without what it says. */
export interface CalendarChange {
  readonly desk: string;
  readonly seq: number;
  /** As its maker counted. */
  readonly version: number;
  /** Undefined in events of before: then the count tells. */
  readonly seen: readonly { readonly desk: string; readonly seq: number }[] | undefined;
}

/**
 * The number of the calendar that holds after those changes, which come in the order of all desks. Desks that save while they
 * are apart count alike; so each change counts at least one more than everything before it. A calendar that comes to hold later
 * at a desk has a higher number there than any that held before, and once all have heard of all it is the same everywhere.
 */
export function calendarNumber(changes: readonly Pick<CalendarChange, "version">[]): number {
  return changes.reduce((number, { version }) => Math.max(number + 1, version), 0);
}

/** Whether whoever saved `later` had `earlier` before them, or something that was made knowing it. */
export function hasSeen(
  changes: readonly CalendarChange[],
  later: CalendarChange,
  earlier: CalendarChange,
): boolean {
  const looked = new Set<CalendarChange>();
  for (const waiting = [later]; waiting.length > 0; ) {
    const change = waiting.pop();
    if (!change || looked.has(change)) continue;
    looked.add(change);
    if (!change.seen) {
      if (change.version > earlier.version) return true;
      continue;
    }
    for (const { desk, seq } of change.seen) {
      if (desk === earlier.desk && seq >= earlier.seq) return true;
      const known = changes.find((one) => one.desk === desk && one.seq === seq);
      if (known) waiting.push(known);
    }
  }
  return false;
}

/** The newest of each desk but this one: what somebody who saves here has before them. */
export function seenAt(
  desk: string,
  changes: readonly CalendarChange[],
): readonly { readonly desk: string; readonly seq: number }[] {
  const newest = new Map<string, number>();
  for (const change of changes)
    if (change.desk !== desk) newest.set(change.desk, Math.max(change.seq, newest.get(change.desk) ?? 0));
  return [...newest].map(([other, seq]) => ({ desk: other, seq }));
}
