import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type Projection, subjectOf } from "./projection.ts";

/** Keeps `survey_groups`, and takes out of the box what the log has. In a rebuild the box holds other groups, and keeps them. */
export class SurveyProjection implements Projection {
  readonly tables = ["survey_groups"];
  readonly #write: StatementSync;
  readonly #emptyBox: StatementSync;

  constructor(db: StoreDatabase) {
    this.#write = db.prepare(
      "INSERT INTO survey_groups (group_id, desk, service, day, sums) VALUES (?, ?, ?, ?, ?)",
    );
    this.#emptyBox = db.prepare("DELETE FROM survey_box WHERE group_id = ?");
  }

  apply(event: StoredEvent): void {
    if (event.type !== "survey.counted") return;
    const { group, day, ...sums } = event.data;
    this.#write.run(group, event.desk, subjectOf(event), day, JSON.stringify(sums));
    this.#emptyBox.run(group);
  }
}
