import type { StatementSync } from "node:sqlite";
import type { FinishingCard, Lamination } from "../cards/finishing/finishing-card.ts";
import type { FinishingWork, Place, Pouch, SpoilReason } from "../cards/finishing/places.ts";
import type { CaseId, JobId, MemberKey, Moment } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import { IS_OPEN } from "./open-cases.ts";

interface CardRow {
  readonly job: string;
  readonly case_id: string | null;
  readonly member_id: string | null;
  readonly member_key: string;
  readonly place: string;
  readonly route: string;
  readonly sheet: number | null;
  readonly cell: number | null;
  readonly batch: string | null;
  readonly lamination: string | null;
  readonly came_from: string | null;
  readonly reason: string | null;
  readonly at: number;
  readonly monotonic_ms: number;
  readonly boot_id: string;
}

interface RunRow {
  readonly lamination: string;
  readonly number: number;
  readonly machine: string;
  readonly pouch: string;
  readonly capacity: number;
  readonly started_at: number;
  readonly started_monotonic_ms: number;
  readonly started_boot_id: string;
  readonly cooling_at: number | null;
  readonly cooling_monotonic_ms: number | null;
  readonly cooling_boot_id: string | null;
  readonly ended_at: number | null;
  readonly operator: string | null;
}

const ON_BOARD = "place NOT IN ('handed-over', 'spoiled', 'void')";

/** Where this desk's cards lie, what its laminators do, and which printed cards have not come to the board yet. */
export class FinishingStore {
  readonly #db: StoreDatabase;
  readonly #desk: string;
  readonly #card: StatementSync;
  readonly #onBoard: StatementSync;
  readonly #byCase: StatementSync;
  readonly #byMember: StatementSync;
  readonly #inRun: StatementSync;
  readonly #run: StatementSync;
  readonly #running: StatementSync;
  readonly #lastNumber: StatementSync;
  readonly #machine: StatementSync;
  readonly #lastRun: StatementSync;
  readonly #notEntered: StatementSync;
  readonly #atOdds: StatementSync;

  constructor(db: StoreDatabase, desk: string) {
    this.#db = db;
    this.#desk = desk;
    this.#card = db.prepare("SELECT * FROM cards WHERE job = ?");
    this.#onBoard = db.prepare(`SELECT * FROM cards WHERE desk = ? AND ${ON_BOARD} ORDER BY rowid`);
    this.#byCase = db.prepare(`SELECT * FROM cards WHERE case_id = ? AND ${ON_BOARD} ORDER BY rowid`);
    // The newest decides: of two cards of one member, the older has been replaced.
    this.#byMember = db.prepare("SELECT * FROM cards WHERE member_key = ? ORDER BY rowid DESC LIMIT 1");
    this.#inRun = db.prepare(
      "SELECT * FROM cards WHERE lamination = ? AND place = 'in-machine' ORDER BY rowid",
    );
    this.#run = db.prepare("SELECT * FROM laminations WHERE lamination = ?");
    this.#running = db.prepare(
      "SELECT * FROM laminations WHERE desk = ? AND ended_at IS NULL ORDER BY rowid DESC",
    );
    this.#lastNumber = db.prepare(
      "SELECT coalesce(max(number), 0) AS number FROM laminations WHERE desk = ?",
    );
    this.#machine = db.prepare("SELECT * FROM machines WHERE desk = ? AND machine = ?");
    this.#lastRun = db.prepare(
      "SELECT * FROM laminations WHERE desk = ? AND machine = ? ORDER BY rowid DESC LIMIT 1",
    );
    // A case that is over has its card; one from before the board existed has none here.
    this.#notEntered = db.prepare(
      `SELECT job.job FROM print_jobs AS job LEFT JOIN cases ON cases.case_id = job.case_id
       WHERE job.desk = ? AND job.state = 'confirmed' AND (job.case_id IS NULL OR cases.${IS_OPEN})
         AND NOT EXISTS (SELECT 1 FROM cards WHERE cards.job = job.job)
       ORDER BY job.rowid`,
    );
    this.#atOdds = db.prepare(
      `SELECT cards.* FROM cards JOIN print_jobs AS job ON job.job = cards.job
       WHERE cards.desk = ? AND (job.state = 'spoiled') <> (cards.place IN ('spoiled', 'void')) AND cards.place <> 'void'
         AND cards.place <> 'handed-over'`,
    );
  }

  card(job: JobId): FinishingCard | undefined {
    return this.#one(this.#card, job);
  }

  /** Oldest first. */
  onBoard(): readonly FinishingCard[] {
    return this.#cards(this.#onBoard, this.#desk);
  }

  /** The case's cards that are still on the board. */
  byCase(id: CaseId): readonly FinishingCard[] {
    return this.#cards(this.#byCase, id);
  }

  /** The member's newest card, also one that has left the board. */
  byMember(key: MemberKey): FinishingCard | undefined {
    return this.#one(this.#byMember, key);
  }

  inRun(lamination: string): readonly FinishingCard[] {
    return this.#cards(this.#inRun, lamination);
  }

  run(id: string): Lamination | undefined {
    const row = this.#db.coded(() => this.#run.get(id)) as RunRow | undefined;
    return row && toRun(row);
  }

  /** Newest first. */
  running(): readonly Lamination[] {
    return (this.#db.coded(() => this.#running.all(this.#desk)) as unknown as RunRow[]).map(toRun);
  }

  get lastNumber(): number {
    return Number(this.#db.coded(() => this.#lastNumber.get(this.#desk))?.["number"]);
  }

  /** Undefined while nobody has said that it is on. */
  switchedOnAt(machine: string): Moment | undefined {
    const row = this.#db.coded(() => this.#machine.get(this.#desk, machine)) as CardRow | undefined;
    return row && momentOf(row.at, row.monotonic_ms, row.boot_id);
  }

  /** When the machine was last seen at work. */
  lastUseOf(machine: string): Moment | undefined {
    const row = this.#db.coded(() => this.#lastRun.get(this.#desk, machine)) as RunRow | undefined;
    const run = row && toRun(row);
    return run?.coolingAt ?? run?.startedAt;
  }

  /** Proved cards that a kill, or a full disk, has kept from the board. */
  notEntered(): readonly JobId[] {
    return this.#db.coded(() => this.#notEntered.all(this.#desk)).map((row) => row["job"] as JobId);
  }

  /** Cards of which the board and the print ledger do not both say that they are spoiled. */
  atOdds(): readonly FinishingCard[] {
    return this.#cards(this.#atOdds, this.#desk);
  }

  #one(statement: StatementSync, key: string): FinishingCard | undefined {
    const row = this.#db.coded(() => statement.get(key)) as CardRow | undefined;
    return row && toCard(row);
  }

  #cards(statement: StatementSync, ...keys: readonly string[]): readonly FinishingCard[] {
    return (this.#db.coded(() => statement.all(...keys)) as unknown as CardRow[]).map(toCard);
  }
}

const momentOf = (at: number, monotonicMs: number, bootId: string): Moment => ({
  at: new Date(at),
  monotonicMs,
  bootId,
});

function toCard(row: CardRow): FinishingCard {
  return {
    job: row.job as JobId,
    case: (row.case_id ?? undefined) as CaseId | undefined,
    memberId: row.member_id ?? undefined,
    memberKey: row.member_key as MemberKey,
    place: row.place as Place,
    route: JSON.parse(row.route) as readonly FinishingWork[],
    sheet: row.sheet === null || row.cell === null ? undefined : { sheet: row.sheet, cell: row.cell },
    batch: row.batch ?? undefined,
    lamination: row.lamination ?? undefined,
    from: (row.came_from ?? undefined) as Place | undefined,
    reason: (row.reason ?? undefined) as SpoilReason | undefined,
    since: momentOf(row.at, row.monotonic_ms, row.boot_id),
  };
}

function toRun(row: RunRow): Lamination {
  const { cooling_at: at, cooling_monotonic_ms: monotonicMs, cooling_boot_id: bootId } = row;
  const isCooling = at !== null && monotonicMs !== null && bootId !== null;
  return {
    id: row.lamination,
    number: row.number,
    machine: row.machine,
    pouch: row.pouch as Pouch,
    capacity: row.capacity,
    operator: row.operator ?? undefined,
    startedAt: momentOf(row.started_at, row.started_monotonic_ms, row.started_boot_id),
    coolingAt: isCooling ? momentOf(at, monotonicMs, bootId) : undefined,
    hasEnded: row.ended_at !== null,
  };
}
