import type { StatementSync } from "node:sqlite";
import type { MemberKey, VaultId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { Vault } from "./vault.ts";

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Which files of the vault are about one member: those that the log of their cases and cards names, and that are still there. */
export class MemberFiles {
  readonly #db: StoreDatabase;
  readonly #vault: Vault;
  readonly #dataOf: StatementSync;
  readonly #count: StatementSync;

  constructor(db: StoreDatabase, vault: Vault) {
    this.#db = db;
    this.#vault = vault;
    // By whom a case or a print belongs to in the end: one that was first opened for somebody else is not theirs.
    this.#dataOf = db.prepare(
      `SELECT data FROM events WHERE stream IN (
         SELECT 'case/' || case_id FROM cases WHERE member_key = :key
         UNION SELECT 'card/' || case_id FROM cases WHERE member_key = :key
         UNION SELECT 'card/' || job FROM print_jobs WHERE member_key = :key)`,
    );
    this.#count = db.prepare(
      `SELECT (SELECT count(*) FROM cases WHERE member_key = :key)
            + (SELECT count(*) FROM print_jobs WHERE member_key = :key) AS n`,
    );
  }

  of(key: MemberKey): readonly VaultId[] {
    const rows = this.#db.coded(() => this.#dataOf.all({ key }));
    const named = rows.flatMap(({ data }) => String(data).match(UUIDS) ?? []);
    return [...new Set(named)].map((id) => id as VaultId).filter((id) => this.#vault.has(id));
  }

  /** Cases and prints that the log knows of a member by pseudonym. */
  namedBy(key: MemberKey): number {
    return this.#db.coded(() => Number(this.#count.get({ key })?.["n"]));
  }
}
