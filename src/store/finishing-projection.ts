import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type Projection, type StreamProjection, subjectOf } from "./projection.ts";

/** The clocks at an event, in the order of the columns. */
const clocksOf = ({ at, monotonicMs, bootId }: StoredEvent): [number, number, string] => [
  at.getTime(),
  monotonicMs,
  bootId,
];

/** Keeps `cards`: one row for each card, with the one place where it lies. */
export class CardProjection implements StreamProjection {
  readonly noun = "card";
  readonly tables = ["cards"];
  readonly #enter: StatementSync;
  readonly #move: StatementSync;
  readonly #forget: StatementSync;

  constructor(db: StoreDatabase) {
    this.#enter = db.prepare(
      `INSERT INTO cards (rowid, job, desk, case_id, member_id, member_key, place, route, sheet, cell, batch, at,
         monotonic_ms, boot_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job) DO NOTHING`,
    );
    this.#move = db.prepare(
      `UPDATE cards SET came_from = iif(?, NULL, place), place = ?, lamination = coalesce(?, lamination), reason = ?,
         at = ?, monotonic_ms = ?, boot_id = ?
       WHERE job = ?`,
    );
    this.#forget = db.prepare("DELETE FROM cards WHERE job = ?");
  }

  forget(subject: string): void {
    this.#forget.run(subject);
  }

  apply(event: StoredEvent, position: number): void {
    const job = subjectOf(event);
    if (event.type === "card.entered") {
      const { to, case: caseId, memberId, memberKey, route, sheet, batch } = event.data;
      const origin = [sheet?.sheet ?? null, sheet?.cell ?? null, batch ?? null];
      const who = [caseId, memberId, memberKey];
      const place = [to, JSON.stringify(route), ...origin];
      this.#enter.run(position, job, event.desk, ...who, ...place, ...clocksOf(event));
    } else if (event.type === "card.moved") {
      const { to, lamination, reason, undone } = event.data;
      this.#move.run(undone ? 1 : 0, to, lamination ?? null, reason ?? null, ...clocksOf(event), job);
    }
  }
}

/** Keeps `laminations` and `machines`: what runs, and since when the laminators are on. */
export class LaminationProjection implements Projection {
  readonly tables = ["laminations", "machines"];
  readonly #start: StatementSync;
  readonly #cool: StatementSync;
  readonly #end: StatementSync;
  readonly #switchOn: StatementSync;
  readonly #switchOff: StatementSync;

  constructor(db: StoreDatabase) {
    this.#start = db.prepare(
      `INSERT INTO laminations (lamination, desk, number, machine, pouch, capacity, started_at, started_monotonic_ms,
         started_boot_id, operator)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#cool = db.prepare(
      `UPDATE laminations SET cooling_at = ?, cooling_monotonic_ms = ?, cooling_boot_id = ? WHERE lamination = ?`,
    );
    this.#end = db.prepare("UPDATE laminations SET ended_at = ? WHERE lamination = ?");
    this.#switchOn = db.prepare(
      `INSERT INTO machines (desk, machine, at, monotonic_ms, boot_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (desk, machine) DO UPDATE SET at = excluded.at, monotonic_ms = excluded.monotonic_ms,
         boot_id = excluded.boot_id`,
    );
    this.#switchOff = db.prepare("DELETE FROM machines WHERE desk = ? AND machine = ?");
  }

  apply(event: StoredEvent): void {
    const id = subjectOf(event);
    switch (event.type) {
      case "lamination.started": {
        const { number, machine, pouch, capacity } = event.data;
        const run = [number, machine, pouch, capacity] as const;
        this.#start.run(id, event.desk, ...run, ...clocksOf(event), event.operator ?? null);
        return;
      }
      case "lamination.cooling":
        this.#cool.run(...clocksOf(event), id);
        return;
      case "lamination.ended":
        this.#end.run(event.at.getTime(), id);
        return;
      case "machine.switchedOn":
        this.#switchOn.run(event.desk, id, ...clocksOf(event));
        return;
      case "machine.switchedOff":
        this.#switchOff.run(event.desk, id);
        return;
    }
  }
}
