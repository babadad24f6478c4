import type { StatementSync } from "node:sqlite";
import type { ComplaintStatus } from "../sla/complaint.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventType, StoredEvent } from "./event-catalog.ts";
import { type Projection, type StreamProjection, subjectOf } from "./projection.ts";

const STATUS_AFTER: Partial<Readonly<Record<EventType, ComplaintStatus>>> = {
  "complaint.paused": "paused",
  "complaint.resumed": "open",
  "complaint.answered": "answered",
  "complaint.closed": "closed",
  "complaint.reopened": "open",
  "complaint.withdrawn": "withdrawn",
};

/** Keeps where each complaint stands, and which texts of it lie in whose vault. */
export class ComplaintProjection implements StreamProjection {
  readonly noun = "complaint";
  readonly tables = ["complaints", "complaint_files"];
  readonly #insert: StatementSync;
  readonly #status: StatementSync;
  readonly #touch: StatementSync;
  readonly #addFile: StatementSync;
  readonly #endFiles: StatementSync;
  readonly #forget: readonly StatementSync[];

  constructor(db: StoreDatabase) {
    this.#insert = db.prepare(
      `INSERT INTO complaints (rowid, complaint_id, desk, number, day, channel, subject, standard_id, standard_version, case_id,
         file, limit_days, status, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
    );
    this.#status = db.prepare("UPDATE complaints SET status = ? WHERE complaint_id = ?");
    this.#touch = db.prepare("UPDATE complaints SET updated_at = ? WHERE complaint_id = ?");
    this.#addFile = db.prepare("INSERT INTO complaint_files (file, desk, complaint_id) VALUES (?, ?, ?)");
    this.#endFiles = db.prepare("UPDATE complaint_files SET is_over = ? WHERE complaint_id = ?");
    this.#forget = ["complaints", "complaint_files"].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE complaint_id = ?`),
    );
  }

  apply(event: StoredEvent, position: number): void {
    if (event.type === "complaint.received") this.#receive(event, position);
    else if (event.type.startsWith("complaint.")) this.#happen(event);
  }

  forget(subject: string): void {
    for (const statement of this.#forget) statement.run(subject);
  }

  #receive(event: Extract<StoredEvent, { readonly type: "complaint.received" }>, position: number): void {
    const id = subjectOf(event);
    const {
      number,
      day,
      channel,
      subject,
      standardId,
      standardVersion,
      case: about,
      file,
      limitDays,
    } = event.data;
    const service = [standardId, standardVersion, about] as const;
    const at = event.at.getTime();
    const row = [position, id, event.desk] as const;
    this.#insert.run(...row, number, day, channel, subject, ...service, file, limitDays, at);
    this.#addFile.run(file, event.desk, id);
  }

  #happen(event: StoredEvent): void {
    const id = subjectOf(event);
    const status = STATUS_AFTER[event.type];
    if (status) this.#status.run(status, id);
    if (event.type === "complaint.answered" && event.data.file !== null)
      this.#addFile.run(event.data.file, event.desk, id);
    if (event.type === "complaint.closed" || event.type === "complaint.withdrawn") this.#endFiles.run(1, id);
    if (event.type === "complaint.reopened") this.#endFiles.run(0, id);
    this.#touch.run(event.at.getTime(), id);
  }
}

/** Keeps each desk's last word on the library's own limit. */
export class ComplaintLimitProjection implements Projection {
  readonly tables = ["complaint_limits"];
  readonly #limit: StatementSync;

  constructor(db: StoreDatabase) {
    this.#limit = db.prepare(
      `INSERT INTO complaint_limits (desk, limit_days, logical) VALUES (?, ?, ?)
       ON CONFLICT (desk) DO UPDATE SET limit_days = excluded.limit_days, logical = excluded.logical`,
    );
  }

  apply(event: StoredEvent): void {
    if (event.type === "complaints.limitSet")
      this.#limit.run(event.desk, event.data.limitDays, event.logical);
  }
}
