import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MemberKey } from "../kernel/types.ts";
import { inOrder } from "../sla/case-order.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { EVENT_COLUMNS, readEvent, type SealedRow } from "./event-row.ts";

/** A member's newest wish to be forgotten. */
export interface Erasure {
  /** Of the event. */
  readonly id: string;
  readonly memberKey: MemberKey;
  /** INLISLite's row, where it was known. */
  readonly memberId: string | undefined;
  readonly desk: string;
  readonly at: Date;
  /** Who was signed in there. */
  readonly operator: string | undefined;
  /** What the library's desks had seen by then, as they order events. */
  readonly logical: number;
  /** Desks that have obeyed, and when. */
  readonly doneBy: ReadonlyMap<string, Date>;
}

export interface ErasureFigures {
  readonly files: number;
  readonly copies: number;
  readonly mirrored: number;
}

const SELECT = `SELECT ${EVENT_COLUMNS} FROM events
  WHERE stream >= 'erasure/' AND stream < 'erasure0' AND position NOT IN (SELECT position FROM unread_events)`;

/** Who asked to be forgotten, at whichever desk, and which desks have obeyed. */
export class ErasureStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #select: StatementSync;
  readonly #position: StatementSync;

  constructor(db: StoreDatabase, events: EventLog) {
    this.#db = db;
    this.#events = events;
    this.#select = db.prepare(SELECT);
    this.#position = db.prepare("SELECT coalesce(max(position), 0) AS position FROM events");
  }

  /** One for each member, oldest first. */
  all(): readonly Erasure[] {
    return erasuresOf(this.#db.coded(() => this.#select.all()) as unknown as SealedRow[]);
  }

  /** Grows with every event of any desk: while it stands still there is nothing new to obey. */
  get logPosition(): number {
    return this.#db.coded(() => Number(this.#position.get()?.["position"]));
  }

  ask(memberKey: MemberKey, memberId: string | undefined): Erasure {
    const data = { memberKey, memberId: memberId ?? null };
    this.#events.append({ stream: `erasure/${memberKey}`, type: "erasure.asked", data });
    return this.all().find((one) => one.memberKey === memberKey) as Erasure;
  }

  done({ id: asked, memberKey }: Erasure, figures: ErasureFigures): void {
    this.#events.append({
      stream: `erasure/${memberKey}`,
      type: "erasure.done",
      data: { asked, ...figures },
    });
  }
}

/** For whoever only looks, also beside a daemon. */
export const readErasures = (sql: DatabaseSync): readonly Erasure[] =>
  erasuresOf(sql.prepare(SELECT).all() as unknown as SealedRow[]);

function erasuresOf(rows: readonly SealedRow[]): readonly Erasure[] {
  const found = new Map<string, Erasure>();
  for (const event of inOrder(rows.map(readEvent))) {
    if (event.type === "erasure.asked") found.set(event.stream, asked(event));
    const now = found.get(event.stream);
    if (event.type === "erasure.done" && event.data.asked === now?.id)
      found.set(event.stream, { ...now, doneBy: new Map([...now.doneBy, [event.desk, event.at]]) });
  }
  return [...found.values()];
}

function asked({
  id,
  desk,
  at,
  operator,
  logical,
  data,
}: Extract<StoredEvent, { readonly type: "erasure.asked" }>): Erasure {
  const { memberKey, memberId } = data;
  return {
    ...{ id, desk, at, operator, logical, memberKey: memberKey as MemberKey },
    ...{ memberId: memberId ?? undefined, doneBy: new Map() },
  };
}
