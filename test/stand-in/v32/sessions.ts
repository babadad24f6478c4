import type { SiteDatabase } from "../database.ts";
import { newSession, type Session, type SessionStore } from "../sessions.ts";

const VALID_SECONDS = 1440;

/** 3.2 keeps sessions in the table `session`. (PHP's own way of writing them down is replaced by JSON.) No locks. */
export class TableSessions implements SessionStore {
  readonly #db: SiteDatabase;

  constructor(db: SiteDatabase) {
    this.#db = db;
  }

  async find(id: string | undefined): Promise<Session | undefined> {
    const found = await this.#db.row<{ readonly data: Buffer }>(
      "SELECT data FROM session WHERE id = ? AND expire > UNIX_TIMESTAMP()",
      [id ?? ""],
    );
    return found && { ...newSession(), ...(JSON.parse(found.data.toString("utf8")) as Partial<Session>) };
  }

  async save(session: Session): Promise<void> {
    await this.#db.write("REPLACE INTO session (id, expire, data) VALUES (?, UNIX_TIMESTAMP() + ?, ?)", [
      session.id,
      VALID_SECONDS,
      Buffer.from(JSON.stringify(session)),
    ]);
  }

  async clear(): Promise<void> {
    await this.#db.write("DELETE FROM session");
  }
}
