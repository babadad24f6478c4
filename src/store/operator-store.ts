import type { StatementSync } from "node:sqlite";
import type { OperatorRole } from "../kernel/operator-role.ts";
import type { OperatorId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventData, EventType } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";

/** Somebody who may sign in at this desk, or once might. */
export interface OperatorRecord {
  readonly operator: OperatorId;
  readonly name: string;
  readonly role: OperatorRole;
  readonly isActive: boolean;
  /** Wrong PINs since the last right one, or since the last lock. */
  readonly failures: number;
  /** Locks since the last right PIN, with no quiet day between two of them: the first ones last longer each time. */
  readonly locks: number;
  readonly lockedUntil: Date | undefined;
  readonly signedInAt: Date | undefined;
}

interface OperatorRow {
  readonly operator: string;
  readonly name: string;
  readonly role: string;
  readonly is_active: number;
  readonly failures: number;
  readonly locks: number;
  readonly locked_until: number | null;
  readonly signed_in_at: number | null;
}

type OperatorEventType = Extract<EventType, `operator.${string}`>;
export type OperatorNews = {
  readonly [T in OperatorEventType]: { readonly type: T; readonly data: EventData<T> };
}[OperatorEventType];

/** This desk's operators. What happens to them is in the log; their names and PINs are beside it. */
export class OperatorStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #all: StatementSync;
  readonly #hash: StatementSync;
  readonly #name: StatementSync;
  readonly #write: StatementSync;
  readonly #rename: StatementSync;
  /** Asked with every command, and changed by nobody but this store. */
  #known: readonly OperatorRecord[] | undefined;

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#all = db.prepare(
      `SELECT o.operator, s.name, o.role, o.is_active, o.failures, o.locks, o.locked_until, o.signed_in_at
         FROM operators o JOIN operator_secrets s USING (operator)
         WHERE o.desk = ? ORDER BY s.name COLLATE NOCASE, o.operator`,
    );
    this.#hash = db.prepare("SELECT pin_hash FROM operator_secrets WHERE operator = ?");
    this.#name = db.prepare("SELECT name FROM operator_secrets WHERE operator = ?");
    this.#write = db.prepare(
      `INSERT INTO operator_secrets (operator, name, pin_hash) VALUES (?, ?, ?)
         ON CONFLICT (operator) DO UPDATE SET pin_hash = excluded.pin_hash`,
    );
    this.#rename = db.prepare("UPDATE operator_secrets SET name = ? WHERE operator = ?");
  }

  /** By name, those who left among them. */
  all(): readonly OperatorRecord[] {
    this.#known ??= (this.#db.coded(() => this.#all.all(this.#desk)) as unknown as OperatorRow[]).map(
      toRecord,
    );
    return this.#known;
  }

  get(id: OperatorId): OperatorRecord | undefined {
    return this.all().find(({ operator }) => operator === id);
  }

  pinHashOf(id: OperatorId): string | undefined {
    return this.#db.coded(() => this.#hash.get(id))?.["pin_hash"] as string | undefined;
  }

  /**
   * What to show for an event's `operator`: the name of one of ours as it is today, or what somebody once typed. Undefined for
   * an operator of another desk, whose name is only there.
   */
  nameOf(who: string | undefined): string | undefined {
    if (who === undefined) return undefined;
    const name = this.#db.coded(() => this.#name.get(who))?.["name"] as string | undefined;
    return name ?? (OPERATOR_ID.test(who) ? undefined : who);
  }

  /** Before the event that says so: an operator is there once the log has it, and then the PIN must be. */
  keepSecrets(id: OperatorId, name: string, pinHash: string): void {
    this.#db.coded(() => this.#write.run(id, name, pinHash));
    this.#known = undefined;
  }

  rename(id: OperatorId, name: string): void {
    this.#db.coded(() => this.#rename.run(name, id));
    this.#known = undefined;
  }

  append(id: OperatorId, ...news: readonly OperatorNews[]): void {
    // Before as well: whoever hears of the events asks at once.
    this.#known = undefined;
    this.#events.append(news.map((one) => ({ stream: `operator/${id}`, ...one })));
  }
}

const OPERATOR_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function toRecord(row: OperatorRow): OperatorRecord {
  return {
    operator: row.operator as OperatorId,
    name: row.name,
    role: row.role as OperatorRole,
    isActive: row.is_active === 1,
    failures: row.failures,
    locks: row.locks,
    lockedUntil: row.locked_until === null ? undefined : new Date(row.locked_until),
    signedInAt: row.signed_in_at === null ? undefined : new Date(row.signed_in_at),
  };
}
