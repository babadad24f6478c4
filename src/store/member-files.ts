import type { StatementSync } from "node:sqlite";
import type { MemberKey, VaultId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import { IS_OPEN } from "./open-cases.ts";
import type { Vault } from "./vault.ts";

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Of what had begun by then and is over. A case that was first opened for somebody else belongs to whom it was linked to. */
const CASES = `SELECT case_id FROM cases WHERE member_key = :key AND logical <= :until AND NOT (${IS_OPEN})`;
const STREAMS = `
  SELECT 'case/' || case_id FROM (${CASES})
  UNION SELECT 'card/' || case_id FROM (${CASES})
  UNION SELECT 'card/' || job FROM print_jobs WHERE member_key = :key AND logical <= :until
  UNION SELECT 'complaint/' || complaint_id FROM complaints
    WHERE status IN ('closed', 'withdrawn') AND case_id IN (${CASES})`;

/** Which files of the vault are about one member: those that the log names in their services, their cards, and complaints about these. */
export class MemberFiles {
  readonly #db: StoreDatabase;
  readonly #vault: Vault;
  readonly #dataOf: StatementSync;
  readonly #count: StatementSync;

  constructor(db: StoreDatabase, vault: Vault) {
    this.#db = db;
    this.#vault = vault;
    this.#dataOf = db.prepare(`SELECT data FROM events WHERE stream IN (${STREAMS})`);
    this.#count = db.prepare(
      `SELECT (SELECT count(*) FROM cases WHERE member_key = :key)
            + (SELECT count(*) FROM print_jobs WHERE member_key = :key) AS n`,
    );
  }

  /**
   * Everything that may be such a file, wherever it lies and whether or not it was erased: a backup may hold what is gone here.
   * `until`: as events are ordered among desks; what began later is left out, and so is what is still under way.
   */
  named(key: MemberKey, until = Number.MAX_SAFE_INTEGER): readonly VaultId[] {
    const rows = this.#db.coded(() => this.#dataOf.all({ key, until }));
    return [...new Set(rows.flatMap(({ data }) => String(data).match(UUIDS) ?? []))] as VaultId[];
  }

  /** Those in this desk's vault. */
  of(key: MemberKey, until?: number): readonly VaultId[] {
    return this.named(key, until).filter((id) => this.#vault.has(id));
  }

  /** Cases and prints that the log knows of a member by pseudonym. */
  namedBy(key: MemberKey): number {
    return this.#db.coded(() => Number(this.#count.get({ key })?.["n"]));
  }
}
