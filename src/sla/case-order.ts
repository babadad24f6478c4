/** What the order of a case's events depends on. Never on when they arrived. */
export interface DeskEvent {
  readonly id: string;
  readonly desk: string;
  /** Counts per desk. */
  readonly seq: number;
  readonly at: Date;
  /** Near the wall clock, and above everything that the desk had seen when it wrote. Left out: the wall clock itself. */
  readonly logical?: number;
  readonly type: string;
  readonly data: object;
}

/**
 * One order for events that several desks wrote about one case, the same wherever they are read. Of one desk its own count
 * decides; a desk that took the case over had seen the event it names, so what it did came afterwards; for the rest the
 * clocks must do, and between desks that say the same their names. Where this order contradicts a clock, the clock is at fault, and the case is marked for it.
 */
export function inOrder<E extends DeskEvent>(events: readonly E[]): readonly E[] {
  const desks = [...new Set(events.map(({ desk }) => desk))].sort();
  const lines = desks.map((desk) =>
    events.filter((event) => event.desk === desk).sort((a, b) => a.seq - b.seq),
  );
  if (lines.length < 2) return lines[0] ?? [];

  const waiting = new Set(events.map(({ id }) => id));
  const opened = events.find(({ type }) => type === "case.opened")?.id;
  const ordered: E[] = [];
  while (waiting.size > 0) {
    const heads = lines.flatMap((line) => line[0] ?? []);
    const isFree = (head: E): boolean =>
      !waiting.has(seenBefore(head) ?? "") && (isBeforeService(head) || !waiting.has(opened ?? ""));
    const free = heads.filter(isFree);
    // Two desks that each claim to have seen the other's later event lie; the clocks decide then.
    const next = earliest(free.length > 0 ? free : heads);
    lines.find(([head]) => head === next)?.shift();
    waiting.delete(next.id);
    ordered.push(next);
  }
  return ordered;
}

/** The event that the desk had before it when it took the case over. */
const seenBefore = ({ type, data }: DeskEvent): string | undefined =>
  type === "case.takenOver" && "after" in data ? String(data.after) : undefined;

/** Whatever the clocks say, nothing is done for anybody before the case is opened: until then somebody waits in the queue. */
const isBeforeService = ({ type }: DeskEvent): boolean => BEFORE_SERVICE.includes(type);
const BEFORE_SERVICE: readonly string[] = [
  ...["case.queued", "case.called", "case.missed", "case.queueLeft", "case.opened"],
];

const earliest = <E extends DeskEvent>(heads: readonly E[]): E =>
  // Heads come in the order of their desks' names.
  heads.reduce((first, head) => (timeOf(head) < timeOf(first) ? head : first));

const timeOf = ({ logical, at }: DeskEvent): number => logical ?? at.getTime();
