import type { StatementSync } from "node:sqlite";
import type { ComplaintStatus } from "../sla/complaint.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventType, StoredEvent } from "./event-catalog.ts";
import { type Projection, subjectOf } from "./projection.ts";

const STATUS_AFTER: Partial<Readonly<Record<EventType, ComplaintStatus>>> = {
  "complaint.paused": "paused",
  "complaint.resumed": "open",
  "complaint.answered": "answered",
  "complaint.closed": "closed",
  "complaint.reopened": "open",
  "complaint.withdrawn": "withdrawn",
};

/** Keeps where each complaint stands, which texts of it lie in the vault, and the library's limit. */
export class ComplaintProjection implements Projection {
  readonly tables = ["complaints", "complaint_files", "complaint_limits"];
  readonly #insert: StatementSync;
  readonly #status: StatementSync;
  readonly #touch: StatementSync;
  readonly #addFile: StatementSync;
  readonly #endFiles: StatementSync;
  readonly #erase: StatementSync;
  readonly #limit: StatementSync;

  constructor(db: StoreDatabase) {
    this.#insert = db.prepare(
      `INSERT INTO complaints (complaint_id, desk, number, day, channel, subject, standard_id, standard_version, case_id,
         file, limit_days, status, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
    );
    this.#status = db.prepare("UPDATE complaints SET status = ? WHERE complaint_id = ?");
    this.#touch = db.prepare("UPDATE complaints SET updated_at = ? WHERE complaint_id = ?");
    this.#addFile = db.prepare("INSERT INTO complaint_files (file, complaint_id) VALUES (?, ?)");
    this.#endFiles = db.prepare("UPDATE complaint_files SET is_over = ? WHERE complaint_id = ?");
    this.#erase = db.prepare("UPDATE complaint_files SET is_erased = 1 WHERE file = ?");
    this.#limit = db.prepare(
      "INSERT INTO complaint_limits VALUES (?, ?) ON CONFLICT (desk) DO UPDATE SET limit_days = excluded.limit_days",
    );
  }

  apply(event: StoredEvent): void {
    if (event.type === "vault.erased") this.#erase.run(event.data.file);
    else if (event.type === "complaints.limitSet") this.#limit.run(event.desk, event.data.limitDays);
    else if (event.type === "complaint.received") this.#receive(event);
    else if (event.type.startsWith("complaint.")) this.#happen(event);
  }

  #receive(event: Extract<StoredEvent, { readonly type: "complaint.received" }>): void {
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
    this.#insert.run(id, event.desk, number, day, channel, subject, ...service, file, limitDays, at);
    this.#addFile.run(file, id);
  }

  #happen(event: StoredEvent): void {
    const id = subjectOf(event);
    const status = STATUS_AFTER[event.type];
    if (status) this.#status.run(status, id);
    if (event.type === "complaint.answered" && event.data.file !== null)
      this.#addFile.run(event.data.file, id);
    if (event.type === "complaint.closed" || event.type === "complaint.withdrawn") this.#endFiles.run(1, id);
    if (event.type === "complaint.reopened") this.#endFiles.run(0, id);
    this.#touch.run(event.at.getTime(), id);
  }
}
