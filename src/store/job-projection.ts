import type { StatementSync } from "node:sqlite";
import { PRIORITIES } from "../cards/print-job.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventData, StoredEvent } from "./event-catalog.ts";
import { type StreamProjection, subjectOf } from "./projection.ts";

/** Keeps `print_jobs`: where every print stands. */
export class JobProjection implements StreamProjection {
  readonly noun = "print";
  readonly tables = ["print_jobs"];
  readonly #accept: StatementSync;
  readonly #advance: StatementSync;
  readonly #move: StatementSync;
  readonly #forget: StatementSync;

  constructor(db: StoreDatabase) {
    this.#accept = db.prepare(
      `INSERT INTO print_jobs (rowid, logical, job, desk, request_key, case_id, member_id, member_key, printer, priority, batch, template,
         template_version, design_file, front_only, sheet, cell, is_tray, reprint_of, reprint_reason, operator, state, accepted_at,
         updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'accepted', ?, ?)`,
    );
    this.#advance = db.prepare(
      `UPDATE print_jobs SET state = ?, reference = coalesce(?, reference), failure = ?, ink = ?,
         confirmed_by = coalesce(?, confirmed_by), spoiled_reason = ?, updated_at = ?
       WHERE job = ?`,
    );
    this.#move = db.prepare(
      "UPDATE print_jobs SET printer = ?, front_only = coalesce(?, front_only), updated_at = ? WHERE job = ?",
    );
    this.#forget = db.prepare("DELETE FROM print_jobs WHERE job = ?");
  }

  forget(subject: string): void {
    this.#forget.run(subject);
  }

  apply(event: StoredEvent, position: number): void {
    const at = event.at.getTime();
    if (event.type === "print.accepted") {
      const { requestKey, case: caseId, memberKey, printer, template, reprintOf, reprintReason } = event.data;
      const { memberId = null, priority = "desk", batch = null, templateVersion = null } = event.data;
      const { designFile = null, frontOnly = false, sheet } = event.data;
      this.#accept.run(
        ...[
          position,
          event.logical,
          subjectOf(event),
          event.desk,
          requestKey,
          caseId,
          memberId,
          memberKey,
          printer,
        ],
        PRIORITIES.indexOf(priority),
        ...[batch, template, templateVersion, designFile, flagOf(frontOnly)],
        ...[sheet?.sheet ?? null, sheet?.cell ?? null, flagOf(sheet?.isTray ?? false)],
        ...[reprintOf, reprintReason],
        ...[event.operator ?? null, at, at],
      );
    } else if (event.type === "print.moved") {
      const { printer, frontOnly } = event.data;
      this.#move.run(printer, frontOnly === undefined ? null : flagOf(frontOnly), at, subjectOf(event));
    } else if (event.type === "print.advanced") {
      const { to, reference, code, by, reason } = event.data;
      this.#advance.run(
        to,
        reference ?? null,
        code ?? null,
        inkOf(event.data),
        by ?? null,
        reason ?? null,
        at,
        subjectOf(event),
      );
    }
  }
}

const flagOf = (isSet: boolean): 0 | 1 => (isSet ? 1 : 0);

/** Nobody can say what a vanished job did. */
function inkOf({ to, ink }: EventData<"print.advanced">): "none" | "unknown" | null {
  return to === "vanished" ? "unknown" : (ink ?? null);
}
